package dev.crossdock.orders.internal;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an order sells, as one short text: two orders of the same goods for the same sum have the same. */
public final class ContentDigest {

  private ContentDigest() {}

  public static String of(ResolvedOrder order) {
    return of(order.identity(), order.lines(), order.sums());
  }

  static String of(Order order) {
    return of(order.identity(), order.lines().stream().map(OrderLine::told).toList(), order.sums());
  }

  private static String of(ResolvedOrder.Identity identity, List<ResolvedOrder.Line> lines, ResolvedOrder.Sums sums) {
    String content =
        lines.stream()
            .map(line -> line.channelSku() + "*" + line.ordered())
            .sorted()
            .collect(Collectors.joining("|"));
    String all = content + "|" + sums.total() + identity.currency();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
