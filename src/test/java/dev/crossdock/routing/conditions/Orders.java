package dev.crossdock.routing.conditions;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Orders to ask conditions about. */
public final class Orders {

  /** A Saturday. */
  public static final Instant NOW = Instant.parse("2026-11-21T23:30:00Z");

  private Orders() {}

  /** Two shirts of a kilogram each, to Berlin, from a channel named so. */
  public static OrderFacts from(String channel) {
    return order(
        channel, new Destination("DE", "BE", "10 115", null), 4_200L, Set.of("prime"),
        List.of(line(1, "SHIRT", 2, 1_000, Set.of("textile"), null)));
  }

  /** The same order under another number. */
  public static OrderFacts numbered(String number) {
    OrderFacts one = from("amazon");
    return new OrderFacts(
        number, one.channel(), one.account(), one.priority(), one.currency(), one.total(), one.placedAt(), one.shipBy(),
        one.deliverBy(), one.pickupAt(), one.tags(), one.destination(), one.customer(), one.avoided(), one.pinned(),
        one.lines());
  }

  static OrderFacts order(
      String channel, Destination to, @Nullable Long total, Set<String> tags, List<LineFacts> lines) {
    return new OrderFacts(
        "1-1", channel, "main", 5, "EUR", total, NOW.minus(Duration.ofHours(30)), NOW.plus(Duration.ofHours(20)), null,
        null, tags, to, new OrderFacts.Customer(3, null, true), Set.of(), Set.of(), lines);
  }

  static LineFacts line(
      int line, String sku, int units, @Nullable Integer grams, Set<String> tags, @Nullable String hazmat) {
    return new LineFacts(
        line, sku, units, 2_100, List.of(new Component(sku, 1)),
        new ItemFacts(grams, null, hazmat, ItemFacts.Temperature.AMBIENT, false, null, tags));
  }

  /** Small worlds, so that conditions on them meet often. */
  public static OrderFacts random(Random random) {
    List<LineFacts> lines = new ArrayList<>();
    for (int line = 1; line <= 1 + random.nextInt(3); line++) {
      lines.add(
          line(
              line, pick(random, "A-1", "A-2", "B-1"), 1 + random.nextInt(4), random.nextInt(4) == 0 ? null : 500,
              some(random, "x", "y", "z"), random.nextInt(3) == 0 ? "9" : null));
    }
    Destination to =
        new Destination(
            random.nextInt(5) == 0 ? null : pick(random, "DE", "AT", "US"),
            random.nextInt(2) == 0 ? null : pick(random, "BE", "BY"),
            random.nextInt(4) == 0 ? null : pick(random, "10115", "80331", "81000"), null);
    @Nullable Long total = random.nextInt(4) == 0 ? null : (long) random.nextInt(6) * 1_000;
    OrderFacts one = order(pick(random, "amazon", "shopify", "ebay"), to, total, some(random, "x", "y", "z"), lines);
    return random.nextInt(3) > 0 ? one : collected(one, pick(random, "BER", "CGN"));
  }

  private static OrderFacts collected(OrderFacts one, String at) {
    return new OrderFacts(
        one.number(), one.channel(), one.account(), one.priority(), one.currency(), one.total(), one.placedAt(),
        one.shipBy(), one.deliverBy(), at, one.tags(), one.destination(), one.customer(), one.avoided(), one.pinned(),
        one.lines());
  }

  static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  static Set<String> some(Random random, String... words) {
    Set<String> some = new TreeSet<>();
    for (String word : words) {
      if (random.nextBoolean()) {
        some.add(word);
      }
    }
    return some;
  }
}
