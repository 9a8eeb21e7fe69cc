package dev.crossdock.orders.internal;

import dev.crossdock.orders.Order;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an order sells, as one short text: two orders of the same goods for the same sum have the same. */
public final class ContentDigest {

  private ContentDigest() {}

  public static String of(Order order) {
    String content =
        order.lines().stream()
            .map(line -> line.told().channelSku() + "*" + line.told().ordered())
            .sorted()
            .collect(Collectors.joining("|"));
    String all = content + "|" + order.sums().total() + order.identity().currency() + order.parties().shipCountry();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
