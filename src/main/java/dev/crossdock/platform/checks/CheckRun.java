package dev.crossdock.platform.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of all checks.
 *
 * @param askedBy kind and id of who asked for it
 * @param startedAt null while it waits for its turn
 * @param endedAt null while it waits or runs
 * @param rows read
 * @param violations how many were found
 * @param sentences what was compared, check by check
 */
public record CheckRun(
    UUID id, State state, String askedBy, Instant askedAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
    long rows, int violations, List<String> sentences) {

  public CheckRun {
    sentences = List.copyOf(sentences);
  }

  /** How far a run is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** It could not be finished; nothing is known by it. */
    FAILED
  }
}
