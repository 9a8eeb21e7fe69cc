package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.orders.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stops an order, or one of its lines, on purpose.
 *
 * @param line the line it stops; absent for the whole order
 * @param blocks which steps it stops
 * @param evidence what the rule saw, by name: for totals {@code currency}, {@code total}, {@code parts} and
 *     {@code difference} as decimals; no personal data
 * @param release how it ended; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
    UUID id,
    @Nullable Integer line,
    String reason,
    String rule,
    List<String> blocks,
    String sentence,
    Map<String, String> evidence,
    Instant openedAt,
    String openedBy,
    @Nullable ReleaseView release) {

  record ReleaseView(Instant at, String by, String note) {}

  static HoldView of(Hold hold) {
    Hold.Release release = hold.release();
    return new HoldView(
        hold.id(),
        hold.line(),
        hold.reason().name(),
        hold.rule(),
        hold.blocks().stream().map(Hold.Step::name).sorted().toList(),
        hold.sentence(),
        hold.evidence(),
        hold.openedAt(),
        hold.openedBy(),
        release == null ? null : new ReleaseView(release.at(), release.by(), release.note()));
  }
}
