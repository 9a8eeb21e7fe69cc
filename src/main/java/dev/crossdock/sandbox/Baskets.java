package dev.crossdock.sandbox;

import dev.crossdock.sandbox.SimOrder.Extras;
import dev.crossdock.sandbox.SimOrder.Line;
import dev.crossdock.sandbox.SimOrder.Service;
import dev.crossdock.sandbox.SimOrder.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Fills baskets: an order is made of the seed, its number and its story alone, apart from the time.
 *
 * @param sizes numbers of lines, each as often as it is meant to be drawn
 * @param always what lies in every basket, before anything else; empty for nothing
 */
record Baskets(long seed, List<Integer> sizes, List<Assortment.Item> always) {

  private static final List<Assortment.Item> SELLABLE = Assortment.sellable();
  private static final List<Integer> USUAL = List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4);
  /** Of fifty, with the number of lines; two on average. */
  private static final List<Integer> UP_TO_TWENTY = of(Map.of(1, 31, 2, 10, 3, 5, 4, 2, 6, 1, 20, 1));

  private static final long CHEAP_MAX = 2_000;
  private static final long FREE_SHIPPING_FROM = 7_500;
  private static final long UNEXPLAINED = 350;

  Baskets {
    sizes = List.copyOf(sizes);
    always = List.copyOf(always);
  }

  /** As private buyers fill them: one to four lines. */
  Baskets(long seed) {
    this(seed, USUAL, List.of());
  }

  /** One to twenty lines, two on average. */
  static Baskets upToTwenty(long seed, Traffic.Demand demand) {
    return new Baskets(seed, UP_TO_TWENTY, always(demand));
  }

  /** As private buyers fill them who want this. */
  static Baskets usual(long seed, Traffic.Demand demand) {
    return new Baskets(seed, USUAL, always(demand));
  }

  private static List<Assortment.Item> always(Traffic.Demand demand) {
    return demand == Traffic.Demand.ONE_SKU ? List.of(Assortment.WANTED) : List.of();
  }

  private static List<Integer> of(Map<Integer, Integer> times) {
    return new TreeMap<>(times).entrySet().stream()
        .flatMap(size -> Collections.nCopies(size.getValue(), size.getKey()).stream())
        .toList();
  }

  SimOrder order(long number, Deck.Card card, Instant placed) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Shop shop = card.shop();
    Buyer buyer = shop == Shop.AMAZON ? Buyer.american(random) : Buyer.any(random);
    List<Line> lines = lines(shop, random);
    SimOrder plain =
        new SimOrder(
            number, placed, placed, buyer, lines, new Extras(shipping(shop, buyer, lines), 0, 0, 0), State.PAID,
            Service.SHIP);
    return told(plain, card.story());
  }

  /** The order as its story begins. */
  private static SimOrder told(SimOrder order, Story story) {
    Extras extras = order.extras();
    return switch (story) {
      case PLAIN, TWICE, UPDATE_FIRST, CANCEL_FIRST, CANCELLED_LATER, LOST, TORN -> order;
      case PAID_LATER, PENDING -> order.in(State.PENDING, order.placed());
      case NO_POSTCODE -> order.to(order.buyer().withoutPostcode(), order.placed());
      case AT_THE_TILL -> order.by(Service.TILL).with(new Extras(0, 0, 0, 0));
      case WITH_TIP -> order.with(extras.tip(order.goodsCents() / 10));
      case WITH_CODE -> order.with(extras.discount(order.goodsCents() / 10));
      case UNMAPPED -> order.with(withTin(order.lines()));
      case WRONG_TOTAL -> order.with(extras.unexplained(UNEXPLAINED));
      case BY_CHANNEL -> order.by(Service.BY_CHANNEL);
    };
  }

  private List<Line> lines(Shop shop, RandomGenerator random) {
    int count = sizes.get(random.nextInt(sizes.size()));
    Set<Integer> chosen = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (Assortment.Item item : always) {
      chosen.add(SELLABLE.indexOf(item));
      lines.add(line(shop, item, random));
    }
    while (lines.size() < count) {
      // some things sell far better than others
      double popularity = random.nextDouble();
      int index = (int) (popularity * popularity * SELLABLE.size());
      if (chosen.add(index)) {
        lines.add(line(shop, SELLABLE.get(index), random));
      }
    }
    return lines;
  }

  private static Line line(Shop shop, Assortment.Item item, RandomGenerator random) {
    int units = item.cents() > CHEAP_MAX ? (random.nextInt(12) == 0 ? 2 : 1) : 1 + random.nextInt(3);
    String sku = shop == Shop.AMAZON ? Assortment.amazonSku(item.sku()) : item.sku();
    return new Line(sku, item.title(), units, item.cents());
  }

  private static List<Line> withTin(List<Line> lines) {
    List<Line> more = new ArrayList<>(lines);
    Assortment.Item tin = Assortment.UNMAPPED;
    more.add(new Line(tin.sku(), tin.title(), 1, tin.cents()));
    return more;
  }

  private static long shipping(Shop shop, Buyer buyer, List<Line> lines) {
    if (!buyer.town().country().equals("US")) {
      return 1_850;
    }
    long goods = lines.stream().mapToLong(Line::cents).sum();
    long flat = shop == Shop.AMAZON ? 599 : 690;
    return goods >= FREE_SHIPPING_FROM ? 0 : flat;
  }
}
