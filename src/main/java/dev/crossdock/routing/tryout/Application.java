package dev.crossdock.routing.tryout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version applied to the orders that are not released yet, or a preview of that.
 *
 * @param preview whether nothing is changed
 * @param revision of the draft that is looked at; of another version what it had when it was asked for
 * @param by who asked for it
 * @param total orders that were not released then
 * @param changed orders that went, or would go, another way
 * @param same orders that stay as they are
 * @param skipped orders that were passed by, each with a reason
 * @param trouble why it stopped; null when it did not
 */
public record Application(
    UUID id,
    boolean preview,
    State state,
    int version,
    int revision,
    String by,
    int total,
    int changed,
    int same,
    int skipped,
    @Nullable String trouble,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** Orders that were looked at. */
  public int done() {
    return changed + same + skipped;
  }

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** Something spoke against going on. */
    STOPPED,
    CANCELLED;

    /** Whether something is still to be done. */
    public boolean going() {
      return this == WAITING || this == RUNNING;
    }
  }

  /** What became of an order. */
  public enum Outcome {
    CHANGED,
    SAME,
    /** Passed by: a person said where it goes. */
    PINNED,
    /** Passed by: a hold keeps routing from it. */
    HELD,
    /** Passed by: locations were told of all of it meanwhile. */
    RELEASED,
    /** Passed by: it was cancelled, rejected or completed meanwhile. */
    ENDED
  }

  /**
   * An order.
   *
   * @param words which units go where instead, or why it was passed by
   * @param costBefore minor units; null where it is not known
   * @param costAfter minor units; null where it is not known
   */
  public record Item(
      UUID order,
      String number,
      Outcome outcome,
      String words,
      @Nullable Long costBefore,
      @Nullable Long costAfter,
      String currency) {}

  /** What the changed orders of one currency cost, of which both costs are known. */
  public record Cost(String currency, int orders, long before, long after) {}
}
