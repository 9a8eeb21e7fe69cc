package dev.crossdock.api.v1.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.checks.CheckRun;
import dev.crossdock.platform.journal.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of all checks.
 *
 * @param rows read
 * @param violations how many were found
 * @param compared what was compared, check by check
 * @param found the first of the violations; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckView(
    UUID id, CheckRun.State state, Instant askedAt, @Nullable Instant startedAt, @Nullable Instant endedAt, long rows,
    int violations, List<String> compared, @Nullable List<Found> found) {

  /** A promise that is broken, and where. */
  record Found(String invariant, String where, String sentence) {}

  static CheckView of(CheckRun run) {
    return new CheckView(
        run.id(), run.state(), run.askedAt(), run.startedAt(), run.endedAt(), run.rows(), run.violations(),
        run.sentences(), null);
  }

  static CheckView of(CheckRun run, List<Violation> violations) {
    return new CheckView(
        run.id(), run.state(), run.askedAt(), run.startedAt(), run.endedAt(), run.rows(), run.violations(),
        run.sentences(),
        violations.stream().map(each -> new Found(each.invariant(), each.where(), each.sentence())).toList());
  }
}
