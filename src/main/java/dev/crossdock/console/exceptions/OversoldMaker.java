package dev.crossdock.console.exceptions;

import dev.crossdock.console.exceptions.OversoldView.Button;
import dev.crossdock.console.exceptions.OversoldView.Day;
import dev.crossdock.console.exceptions.OversoldView.Line;
import dev.crossdock.console.exceptions.OversoldView.Offer;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what would settle lines that were sold without stock, with a button where a command does it. */
@Component
final class OversoldMaker {

  /** Lines shown with their remedies; what settles one often settles more. */
  static final int LINES_MAX = 20;

  private final Remedies remedies;
  private final Locations locations;

  OversoldMaker(Remedies remedies, Locations locations) {
    this.remedies = remedies;
    this.locations = locations;
  }

  /** Null for a cause of another kind. */
  @Nullable OversoldView of(Tx tx, List<Case> cases, @Nullable Supplier<String> key) {
    if (cases.isEmpty() || cases.getFirst().type() != ExceptionType.OVERSOLD) {
      return null;
    }
    List<Case> shown = cases.stream().limit(LINES_MAX).toList();
    Map<UUID, List<Remedy>> help = remedies.of(tx, shown);
    List<Choice.Option> places = places(tx);
    List<Line> lines = new ArrayList<>();
    for (Case one : shown) {
      List<Offer> offers =
          help.getOrDefault(one.id(), List.of()).stream().map(remedy -> offer(one, remedy, places, key)).toList();
      lines.add(
          new Line(
              Objects.requireNonNullElse(one.orderNumber(), "Order") + ", line "
                  + one.evidence().getOrDefault("line", ""),
              "/console/orders/" + one.order(),
              one.sentence(),
              offers));
    }
    int more = cases.size() - shown.size();
    return new OversoldView(
        lines,
        key == null
            ? null
            : new Day(key.get(), Field.text("day", "Promise these lines for", "").withHint("For instance 2027-01-15")),
        more > 0 ? "The first " + LINES_MAX + " are shown; settle these, and the next follow." : "");
  }

  private Offer offer(Case one, Remedy remedy, List<Choice.Option> places, @Nullable Supplier<String> key) {
    if (key == null) {
      return new Offer(remedy.words(), null);
    }
    boolean begun = remedy.parameters().containsKey("transfer");
    Button button =
        switch (remedy.kind()) {
          case BACKORDER -> button("Promise this day", one, remedy, key, "promisedOn");
          case DISPLACE -> button("Take them", one, remedy, key, "from");
          case SUBSTITUTE -> button("Send it instead", one, remedy, key, "sku");
          case CANCEL -> button("Cancel", one, remedy, key, "units");
          case OTHER_LOCATION ->
              new Button(
                  "Ship it from there", key.get(), one.id().toString(), remedy.kind().name(), codes(remedy), null);
          case TRANSFER ->
              begun
                  ? new Button(
                      "Wait for it", key.get(), one.id().toString(), Remedy.Kind.BACKORDER.name(),
                      parameter(remedy, "promisedOn"), null)
                  : new Button(
                      "Request the transfer", key.get(), one.id().toString(), remedy.kind().name(),
                      parameter(remedy, "from"), way(remedy, places));
        };
    return new Offer(remedy.words(), button);
  }

  private static Button button(String words, Case one, Remedy remedy, Supplier<String> key, String parameter) {
    return new Button(
        words, key.get(), one.id().toString(), remedy.kind().name(), parameter(remedy, parameter), null);
  }

  private static OversoldView.Way way(Remedy remedy, List<Choice.Option> places) {
    String from = parameter(remedy, "from");
    return new OversoldView.Way(
        places.stream().filter(place -> !place.value().equals(from)).toList(), parameter(remedy, "to"),
        parameter(remedy, "expectedOn"));
  }

  private static String codes(Remedy remedy) {
    return remedy.parameters().get("locations") instanceof List<?> codes
        ? codes.stream().map(String::valueOf).collect(Collectors.joining(","))
        : "";
  }

  private static String parameter(Remedy remedy, String name) {
    return String.valueOf(remedy.parameters().get(name));
  }

  /** Where orders are shipped from. */
  private List<Choice.Option> places(Tx tx) {
    return locations.list(tx).stream()
        .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
        .sorted(Comparator.comparing(Location::name))
        .map(place -> new Choice.Option(place.code(), place.name()))
        .toList();
  }
}
