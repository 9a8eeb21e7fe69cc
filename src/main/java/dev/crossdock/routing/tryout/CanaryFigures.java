package dev.crossdock.routing.tryout;

/** What came of the orders that a canary decided, and of those that the active version decided meanwhile. */
public record CanaryFigures(Side canary, Side active) {

  /**
   * One side.
   *
   * @param orders orders that it decided
   * @param unplaced those with units that have no place
   * @param rejected those that a location turned down afterwards
   * @param due those whose day to leave is over, of the latest that are looked at
   * @param late those of them that left late or have not left
   */
  public record Side(int orders, int unplaced, int rejected, int due, int late) {
    public static final Side NONE = new Side(0, 0, 0, 0, 0);
  }
}
