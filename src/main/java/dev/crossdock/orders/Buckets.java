package dev.crossdock.orders;

/**
 * Where the units of a line are: exclusive counts that always add up to what was ordered.
 *
 * @param unplaced nobody has decided yet where they ship from
 * @param backordered no stock for them now
 * @param preordered sold before their release date
 * @param reserved stock is promised at a location, but no fulfilment order exists yet
 * @param allocated on a fulfilment order, or at the channel that ships them itself
 * @param shipped handed over, or needing no parcel at all
 * @param cancelled no longer wanted
 * @param shortUnits wanted but not found when picking
 */
public record Buckets(
    int unplaced,
    int backordered,
    int preordered,
    int reserved,
    int allocated,
    int shipped,
    int cancelled,
    int shortUnits) {

  /** One of the exclusive places a unit can be in. */
  public enum Bucket {
    UNPLACED,
    BACKORDERED,
    PREORDERED,
    RESERVED,
    ALLOCATED,
    SHIPPED,
    CANCELLED,
    SHORT
  }

  /** Units that changed place; at least one. */
  public record Move(Bucket from, Bucket to, int units) {}

  public static final Buckets EMPTY = new Buckets(0, 0, 0, 0, 0, 0, 0, 0);

  public int ordered() {
    return unplaced + backordered + preordered + reserved + allocated + shipped + cancelled + shortUnits;
  }

  /** Units that still have to leave: neither shipped nor cancelled. */
  public int open() {
    return ordered() - shipped - cancelled;
  }

  public int count(Bucket bucket) {
    return switch (bucket) {
      case UNPLACED -> unplaced;
      case BACKORDERED -> backordered;
      case PREORDERED -> preordered;
      case RESERVED -> reserved;
      case ALLOCATED -> allocated;
      case SHIPPED -> shipped;
      case CANCELLED -> cancelled;
      case SHORT -> shortUnits;
    };
  }

  /** These counts with units moved; refuses to take more than there are. */
  public Buckets moved(Move move) {
    if (move.units() <= 0 || count(move.from()) < move.units()) {
      throw new IllegalStateException("cannot move " + move + " in " + this);
    }
    return plus(move.from(), -move.units()).plus(move.to(), move.units());
  }

  /** These counts with units added from nowhere: only for what was newly ordered. */
  public Buckets plus(Bucket bucket, int units) {
    return new Buckets(
        unplaced + (bucket == Bucket.UNPLACED ? units : 0),
        backordered + (bucket == Bucket.BACKORDERED ? units : 0),
        preordered + (bucket == Bucket.PREORDERED ? units : 0),
        reserved + (bucket == Bucket.RESERVED ? units : 0),
        allocated + (bucket == Bucket.ALLOCATED ? units : 0),
        shipped + (bucket == Bucket.SHIPPED ? units : 0),
        cancelled + (bucket == Bucket.CANCELLED ? units : 0),
        shortUnits + (bucket == Bucket.SHORT ? units : 0));
  }
}
