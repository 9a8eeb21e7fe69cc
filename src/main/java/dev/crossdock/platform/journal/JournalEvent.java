package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * One fact as it stands in the journal.
 *
 * @param batch the transaction that wrote it
 * @param n its place among that transaction's facts, from 0
 * @param recordedAt when we learned it: the transaction's instant
 * @param payload the JSON text exactly as it was written
 */
public record JournalEvent(
    UUID batch,
    int n,
    String stream,
    int version,
    String type,
    Instant happenedAt,
    Instant recordedAt,
    Cause cause,
    String payload) {}
