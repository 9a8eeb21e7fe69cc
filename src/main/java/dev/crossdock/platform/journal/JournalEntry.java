package dev.crossdock.platform.journal;

import java.time.Instant;

/**
 * One fact to be written to the journal.
 *
 * @param stream what it is about: {@code order:<uuid>}, {@code stock:<sku>@<location>}, {@code listing:…}
 * @param version this stream's next number, starting at 1; (merchant, stream, version) is unique, so two writers that
 *     did not see each other collide
 * @param type the fact's name in the past tense: {@code order.placed}
 * @param happenedAt when it happened in the world; when we learned it is the transaction's instant
 * @param payload a JSON object without personal data
 */
public record JournalEntry(String stream, int version, String type, Instant happenedAt, String payload) {}
