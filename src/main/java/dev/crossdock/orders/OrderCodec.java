package dev.crossdock.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as the journal keeps them: a type word and a JSON object. Words are for ever: a class may be renamed, its
 * word may not, and a field added later must be readable as absent in older entries.
 */
public final class OrderCodec {

  private static final Map<String, Class<? extends OrderEvent>> TYPES =
      Map.ofEntries(
          Map.entry("order.placed", OrderEvent.Placed.class),
          Map.entry("order.channel-advanced", OrderEvent.ChannelAdvanced.class),
          Map.entry("order.terms-changed", OrderEvent.TermsChanged.class),
          Map.entry("order.sums-changed", OrderEvent.SumsChanged.class),
          Map.entry("order.parties-changed", OrderEvent.PartiesChanged.class),
          Map.entry("order.lines-added", OrderEvent.LinesAdded.class),
          Map.entry("order.line-changed", OrderEvent.LineChanged.class),
          Map.entry("order.line-resolved", OrderEvent.LineResolved.class),
          Map.entry("order.units-placed", OrderEvent.UnitsPlaced.class),
          Map.entry("order.units-released", OrderEvent.UnitsReleased.class),
          Map.entry("order.units-backordered", OrderEvent.UnitsBackordered.class),
          Map.entry("order.units-displaced", OrderEvent.UnitsDisplaced.class),
          Map.entry("order.units-taken-over", OrderEvent.UnitsTakenOver.class),
          Map.entry("order.line-substituted", OrderEvent.LineSubstituted.class),
          Map.entry("order.priority-changed", OrderEvent.PriorityChanged.class),
          Map.entry("order.units-cancelled", OrderEvent.UnitsCancelled.class),
          Map.entry("order.units-shipped", OrderEvent.UnitsShipped.class),
          Map.entry("order.hold-opened", OrderEvent.HoldOpened.class),
          Map.entry("order.hold-released", OrderEvent.HoldReleased.class),
          Map.entry("order.lifecycle-changed", OrderEvent.LifecycleChanged.class));

  private static final Map<Class<?>, String> WORDS =
      TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The event's type word. */
  public String type(OrderEvent event) {
    return Objects.requireNonNull(WORDS.get(event.getClass()), () -> "no word for " + event.getClass());
  }

  /** The event's payload. */
  public String payload(OrderEvent event) {
    return json.writeValueAsString(event);
  }

  /** The event of a journal entry; an unknown word is an error, because an order can't be known without it. */
  public OrderEvent decode(String type, String payload) {
    Class<? extends OrderEvent> event = TYPES.get(type);
    if (event == null) {
      throw new IllegalArgumentException("unknown order event " + type);
    }
    return json.readValue(payload, event);
  }

  /** Any small value of ours as JSON, for evidence columns. */
  public String json(Object value) {
    return json.writeValueAsString(value);
  }

  /** The order that the decoded entries of its stream add up to. */
  public static Order fold(OrderId id, Stream<OrderEvent> events) {
    Function<Order[], Order> first = box -> Objects.requireNonNull(box[0], "an order without events: " + id);
    Order[] box = new Order[1];
    events.forEach(
        event -> box[0] = event instanceof OrderEvent.Placed placed ? Order.begin(id, placed) : first.apply(box).apply(event));
    return first.apply(box);
  }
}
