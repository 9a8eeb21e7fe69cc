package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which channel an order comes from and what goes wrong with its messages: of a hundred, two are told twice, of one the
 * update comes first, and one holds a SKU that nobody has mapped. The same seed and number give the same.
 */
record Mix(List<Shop> shops, long seed) {

  /** Of ten orders, six come from the first channel, three from the second and one from the third. */
  private static final List<Integer> OF_TEN = List.of(0, 1, 0, 0, 2, 1, 0, 0, 1, 0);

  private static final int HUNDRED = 100;

  Mix {
    shops = List.copyOf(shops);
  }

  /** Of so many channels, 1 to 3. */
  static Mix of(int channels, long seed) {
    return new Mix(List.of(Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.AMAZON).subList(0, channels), seed);
  }

  Shop shop(long number) {
    return shops.get(OF_TEN.get((int) (number % OF_TEN.size())) % shops.size());
  }

  Trouble trouble(long number) {
    return switch (new SplittableRandom(seed * 1_000_003 + number).nextInt(HUNDRED)) {
      case 0, 1 -> Trouble.TWICE;
      case 2 -> Trouble.UPDATE_FIRST;
      case 3 -> Trouble.UNMAPPED;
      default -> Trouble.NONE;
    };
  }
}
