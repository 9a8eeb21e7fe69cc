package dev.crossdock.sandbox;

import dev.crossdock.sandbox.Messages.Event;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Plain orders by number, in the channels' own formats, for those who send many. Thread-safe. */
public final class Traffic {

  private static final long UNIT_CENTS = 2_500;

  private final SimulatedChannels channels;
  private final Messages messages;
  private final Baskets baskets;
  private final Baskets mixed;
  private final InstantSource time;

  /** What buyers want. */
  public enum Demand {
    /** Whatever they like, some things far more often than others. */
    SPREAD,
    /** One SKU lies in every basket, beside whatever they like, and in one place alone. */
    ONE_SKU
  }

  public Traffic(SimulatedChannels channels, long seed, Demand demand, InstantSource time) {
    this.channels = channels;
    this.messages = new Messages(channels.credentials());
    this.baskets = Baskets.usual(seed, demand);
    this.mixed = Baskets.upToTwenty(seed, demand);
    this.time = time;
  }

  /** The message that tells of a paid order; where it only names the order, the simulated channel has it. */
  public Message order(long number, Shop shop, Instant placed) {
    SimOrder order = baskets.order(number, new Deck.Card(shop, Story.PLAIN), placed);
    if (shop == Shop.AMAZON) {
      channels.book(shop).put(Messages.orderId(shop, order), order);
    }
    return messages.of(shop, order, Event.CREATED);
  }

  /** What goes wrong with the messages about an order. */
  public enum Trouble {
    NONE,
    /** The same message comes twice. */
    TWICE,
    /** What changed later is told first. */
    UPDATE_FIRST,
    /** Holds a SKU that nobody has mapped, so that a person must look. */
    UNMAPPED
  }

  /** The messages that tell of a paid order of one to twenty lines, in the order in which they come. */
  public List<Message> told(long number, Shop shop, Trouble trouble, Instant placed) {
    Story story = trouble == Trouble.UNMAPPED ? Story.UNMAPPED : Story.PLAIN;
    SimOrder order = mixed.order(number, new Deck.Card(shop, story), placed);
    if (shop == Shop.AMAZON) {
      channels.book(shop).put(Messages.orderId(shop, order), order);
    }
    Message created = messages.of(shop, order, Event.CREATED);
    return switch (trouble) {
      case NONE, UNMAPPED -> List.of(created);
      case TWICE -> List.of(created, created);
      case UPDATE_FIRST ->
          List.of(messages.of(shop, order.in(order.state(), placed.plusSeconds(1)), Event.UPDATED), created);
    };
  }

  /** The message that tells of a paid order of one unit at this account. */
  public Message sale(Outlet outlet, long number, String sku, Instant placed) {
    SimOrder order =
        baskets
            .order(number, new Deck.Card(outlet.shop(), Story.PLAIN), placed)
            .with(List.of(new SimOrder.Line(sku, sku, 1, UNIT_CENTS)));
    if (outlet.shop() == Shop.AMAZON) {
      outlet.orders().put(Messages.orderId(outlet.shop(), order), order);
    }
    return new Messages(channels.credentials(), outlet.account()).of(outlet.shop(), order, Event.CREATED);
  }

  /** The headers to send with it at this time, the signature among them. */
  public Map<String, String> signed(Message message, Instant at) {
    return messages.signed(message, at.getEpochSecond());
  }

  /**
   * Delivers it once.
   *
   * @return the status of the answer
   * @throws IOException when no answer came
   */
  public int deliver(Product product, Message message) throws IOException {
    return product.deliver(message.path(), signed(message, time.instant()), message.body());
  }
}
