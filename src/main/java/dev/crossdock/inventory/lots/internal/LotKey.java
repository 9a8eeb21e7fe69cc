package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockKey;
import java.util.Comparator;

/** A lot at one level. */
public record LotKey(StockKey level, String lot) implements Comparable<LotKey> {

  private static final Comparator<LotKey> ORDER = Comparator.comparing(LotKey::level).thenComparing(LotKey::lot);

  @Override
  public int compareTo(LotKey other) {
    return ORDER.compare(this, other);
  }
}
