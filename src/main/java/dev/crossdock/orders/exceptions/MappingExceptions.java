package dev.crossdock.orders.exceptions;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens an exception for each line that an unmapped SKU stops, and closes it when the line goes on. */
public final class MappingExceptions implements OrderListener {

  private final Exceptions exceptions;

  public MappingExceptions(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    List<NewException> opened = new ArrayList<>();
    List<String> settled = new ArrayList<>();
    for (OrderChange change : changes) {
      for (OrderChange.Step step : change.steps()) {
        if (step.event() instanceof OrderEvent.HoldOpened e && stopsLine(e.hold())) {
          opened.add(missing(change.after(), e.hold()));
        } else if (step.event() instanceof OrderEvent.HoldReleased e) {
          hold(change.after(), e).ifPresent(hold -> settled.add(key(change.after(), hold)));
        } else if (step.event() instanceof OrderEvent.LifecycleChanged e && e.to().ended()) {
          change.after().openHolds().stream()
              .filter(MappingExceptions::stopsLine)
              .forEach(hold -> settled.add(key(change.after(), hold)));
        }
      }
    }
    exceptions.open(tx, opened);
    exceptions.resolve(tx, settled, "the line goes on");
  }

  /** Stock has no part in mappings. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}

  private static Optional<Hold> hold(Order order, OrderEvent.HoldReleased released) {
    return order.hold(released.hold()).filter(MappingExceptions::stopsLine);
  }

  private static boolean stopsLine(Hold hold) {
    return hold.reason() == Hold.Reason.SKU_UNMAPPED && hold.line() != null;
  }

  private static String key(Order order, Hold hold) {
    return "mapping:" + order.id() + ":" + hold.line();
  }

  private static NewException missing(Order order, Hold hold) {
    OrderLine line = order.line(hold.line() == null ? 0 : hold.line());
    String channel = order.channel().channel();
    String account = order.channel().account();
    String channelSku = line.told().channelSku();
    String group = channelSku == null ? "no-sku:" + channel + "/" + account : "mapping:" + channel + "/" + account + "/" + channelSku;
    return new NewException(
        ExceptionType.MAPPING_MISSING,
        group,
        key(order, hold),
        order.id().value(),
        null,
        channel,
        account,
        channelSku == null
            ? "A line came without a SKU; it waits, the rest of the order goes on."
            : channelSku + " stands for no SKU of ours; the line waits, the rest of the order goes on.",
        channelSku == null ? "Give the listing a SKU at the channel." : "Map " + channelSku + " to one of our SKUs.",
        Map.of(
            "channel", channel, "account", account, "channelSku", channelSku == null ? "" : channelSku, "title",
            line.told().title()));
  }
}
