package dev.crossdock.routing.trials;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft tried on the orders of the past.
 *
 * @param policyVersion null for a pasted policy
 * @param from orders that were taken in from then on
 * @param to and before then
 * @param done orders looked at so far, of so many
 * @param report null until it is done
 * @param trouble why it failed; null when it did not
 */
public record Backtest(
    UUID id,
    State state,
    @Nullable Integer policyVersion,
    String policy,
    Instant from,
    Instant to,
    int done,
    int total,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Report report,
    @Nullable String trouble) {

  /** Where it is in its course. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * What it found.
   *
   * @param activeDigest tells the rules that decided from others
   * @param really what happened, at the rates of the time
   * @param different orders that went, or would have gone, different ways
   * @param erased orders whose address is gone: their country and region stood for it
   * @param untried times an order was not tried again because too many waited
   * @param broken guard-rails that the draft breaks, one sentence each; none when it holds
   * @param tookMs how long it took
   */
  public record Report(
      String draftPolicy,
      String activePolicy,
      String activeDigest,
      Side draft,
      Side active,
      Side really,
      int orders,
      int different,
      int erased,
      int untried,
      GuardRails rails,
      List<String> broken,
      long tookMs) {

    public Report {
      broken = List.copyOf(broken);
    }

    public boolean held() {
      return broken.isEmpty();
    }
  }
}
