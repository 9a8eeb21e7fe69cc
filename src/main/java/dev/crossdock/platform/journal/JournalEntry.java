package dev.crossdock.platform.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One fact to be written to the journal.
 *
 * @param stream what it is about: {@code order:<uuid>}, {@code stock:<sku>@<location>}, {@code listing:…}
 * @param version this stream's next number, starting at 1; (merchant, stream, version) is unique, so two writers that
 *     did not see each other collide. The writer knows it from a row it has locked in this transaction: that lock is
 *     what keeps a stream's events in order for every reader
 * @param type the fact's name in the past tense: {@code order.placed}
 * @param happenedAt when it happened in the world, cut to microseconds as PostgreSQL keeps it; when we learned it is
 *     the transaction's instant
 * @param payload a JSON object without personal data
 */
public record JournalEntry(String stream, int version, String type, Instant happenedAt, String payload) {

  public JournalEntry {
    if (stream.isBlank() || version < 1) {
      throw new IllegalArgumentException("no entry for stream '" + stream + "' version " + version);
    }
    happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
