package dev.crossdock.routing.tryout;

/**
 * What a version in the shadow came to beside live decisions, in one currency.
 *
 * @param orders decisions that it was asked about
 * @param differ decisions on which it differs
 * @param failed decisions on which it broke
 * @param cutOff decisions on which it took too long
 * @param priced decisions of which both sides' cost is known
 * @param dated decisions of which both sides' days are known
 * @param tookUs microseconds that asking it took
 */
public record ShadowTally(
    long orders,
    long differ,
    long failed,
    long cutOff,
    ShadowSums would,
    ShadowSums decided,
    long priced,
    long dated,
    long tookUs) {

  public static final ShadowTally NONE =
      new ShadowTally(0, 0, 0, 0, ShadowSums.NONE, ShadowSums.NONE, 0, 0, 0);

  /** With the decisions of another. */
  public ShadowTally plus(ShadowTally more) {
    return new ShadowTally(
        orders + more.orders, differ + more.differ, failed + more.failed, cutOff + more.cutOff,
        would.plus(more.would), decided.plus(more.decided), priced + more.priced, dated + more.dated,
        tookUs + more.tookUs);
  }
}
