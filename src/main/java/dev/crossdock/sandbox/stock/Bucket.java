package dev.crossdock.sandbox.stock;

/** Points that come back with time, as channels grant calls. Thread-safe. */
final class Bucket {

  private static final double NANOS_A_SECOND = 1_000_000_000.0;

  private final int most;
  private double points;
  private long since = System.nanoTime();

  Bucket(int most) {
    this.most = most;
    this.points = most;
  }

  /** Takes so many points, if they are there. */
  synchronized boolean take(int cost, int perSecond) {
    long now = System.nanoTime();
    points = Math.min(most, points + (now - since) / NANOS_A_SECOND * perSecond);
    since = now;
    if (points < cost) {
      return false;
    }
    points -= cost;
    return true;
  }

  synchronized int left() {
    return (int) points;
  }
}
