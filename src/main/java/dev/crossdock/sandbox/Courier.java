package dev.crossdock.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** Carries messages to the product, and tries again for the channels that do. */
final class Courier {

  private static final int TRIES_MAX = 8;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Product product;
  private final Messages messages;
  private final InstantSource time;

  Courier(Product product, Messages messages, InstantSource time) {
    this.product = product;
    this.messages = messages;
    this.time = time;
  }

  /** Once; whether it was taken. */
  boolean deliver(Message message) {
    try {
      long now = time.instant().getEpochSecond();
      return product.deliver(message.path(), messages.signed(message, now), message.body()) / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  /** As the channel would: WooCommerce tries once and forgets. */
  void carry(Message message) {
    int tries = message.shop() == Shop.WOOCOMMERCE ? 1 : TRIES_MAX;
    try {
      for (int n = 1; n <= tries && !deliver(message); n++) {
        Thread.sleep(PAUSE.multipliedBy(n));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
