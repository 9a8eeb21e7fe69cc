package dev.crossdock.orders.shortage;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens an exception for each line that a channel has sold and that found no stock, unless it was sold ahead, and
 * closes it when its cause is gone: the line got stock or a promise, or nobody wants it any more. A batch in which
 * nothing is short makes no statement.
 */
public final class OversoldExceptions implements OrderListener {

  private final Exceptions exceptions;

  public OversoldExceptions(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    List<NewException> opened = new ArrayList<>();
    List<String> settled = new ArrayList<>();
    for (OrderChange change : changes) {
      for (OrderLine line : change.after().lines()) {
        boolean was = oversold(change.before(), line.line());
        boolean is = oversold(change.after(), line.line());
        if (is && !was) {
          opened.add(exception(change.after(), line));
        } else if (was && !is) {
          settled.add(key(change.after(), line.line()));
        }
      }
    }
    exceptions.open(tx, opened);
    exceptions.resolve(tx, settled, "the line got stock or a promise, or is not wanted any more");
  }

  /** What arrives is routed first; the orders tell what came of it. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}

  private static boolean oversold(@Nullable Order order, int line) {
    return order != null
        && line <= order.lines().size()
        && !order.lifecycle().ended()
        && order.line(line).unpromised() > 0;
  }

  private static String key(Order order, int line) {
    return "oversold:" + order.id() + ":" + line;
  }

  private static NewException exception(Order order, OrderLine line) {
    String sku = String.valueOf(line.told().sku());
    Map<String, String> evidence = new HashMap<>();
    evidence.put("line", Integer.toString(line.line()));
    evidence.put("sku", sku);
    evidence.put("missing", Integer.toString(line.unpromised()));
    evidence.put("ordered", Integer.toString(line.told().ordered()));
    Instant due = order.terms().shipBy();
    if (due != null) {
      evidence.put("shipBy", due.toString());
    }
    return new NewException(
        ExceptionType.OVERSOLD,
        "oversold:" + sku,
        key(order, line.line()),
        order.id().value(),
        null,
        order.channel().channel(),
        order.channel().account(),
        line.unpromised() + " of " + line.told().ordered() + " units of " + sku + " were sold and found no stock.",
        "Promise them for a day, take them from an order that matters less, send something else, or cancel in time.",
        evidence);
  }
}
