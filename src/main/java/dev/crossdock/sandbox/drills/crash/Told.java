package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.Traffic;
import dev.crossdock.sandbox.Traffic.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is told of each order: made of the seed and its number alone, so that a generator that starts again tells the
 * same, and the simulated channels of another process know the orders that messages only name. Of three orders one
 * wants a thing of which there are few.
 */
final class Told {

  /** Of these there are few. */
  static final List<String> SCARCE = List.of("CRASH-KETTLE", "CRASH-LAMP", "CRASH-STOOL", "CRASH-SHELF");

  private static final List<Shop> SHOPS = List.of(Shop.values());
  private static final int SCARCE_EVERY = 3;
  private static final int HUNDRED = 100;

  private final Traffic traffic;
  private final SimulatedChannels channels;
  private final long seed;
  private final Instant base;

  Told(SimulatedChannels channels, long seed, Instant base, InstantSource time) {
    this.traffic = new Traffic(channels, seed, Traffic.Demand.SPREAD, time);
    this.channels = channels;
    this.seed = seed;
    this.base = base;
  }

  Traffic traffic() {
    return traffic;
  }

  /** Lets the simulated channels know an order whose message only names it. */
  void prepare(long number) {
    if (shop(random(number)) == Shop.AMAZON) {
      about(number);
    }
  }

  /** The messages about an order, in the order in which they come. */
  List<Message> about(long number) {
    SplittableRandom random = random(number);
    Shop shop = shop(random);
    Instant placed = placed(number);
    if (number % SCARCE_EVERY == 0) {
      return List.of(traffic.sale(channels.outlet(shop), number, SCARCE.get(random.nextInt(SCARCE.size())), placed));
    }
    return traffic.told(number, shop, trouble(random.nextInt(HUNDRED)), placed);
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 1_000_003 + number);
  }

  private static Shop shop(SplittableRandom random) {
    return SHOPS.get(random.nextInt(SHOPS.size()));
  }

  Instant placed(long number) {
    return base.plusMillis(number);
  }

  static String name(Message message) {
    return message.shop().channel() + "/" + message.orderId();
  }

  private static Trouble trouble(int of) {
    return switch (of / 5) {
      case 0 -> Trouble.TWICE;
      case 1 -> Trouble.UPDATE_FIRST;
      case 2 -> Trouble.UNMAPPED;
      default -> Trouble.NONE;
    };
  }
}
