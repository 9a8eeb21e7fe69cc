package dev.crossdock.platform.journal.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.crossdock.platform.db.BinaryFields;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.journal.JournalEntry;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * The hash of a journal row: SHA-256 over a tag and all its columns but the hash, in the table's order and PostgreSQL's
 * binary form. So the check may hash what {@code COPY ... (FORMAT binary)} sends, as it comes.
 */
public final class RowHash {

  private static final byte[] TAG = "crossdock journal row 1\n".getBytes(US_ASCII);

  private final MessageDigest sha = Sha256.digest();
  private final BinaryFields columns = new BinaryFields();

  public byte[] of(int merchant, UUID batch, int n, JournalEntry entry, Instant recordedAt, Cause cause) {
    columns
        .clear()
        .int4(merchant)
        .uuid(batch)
        .int4(n)
        .text(entry.stream())
        .int4(entry.version())
        .text(entry.type())
        .time(entry.happenedAt())
        .time(recordedAt)
        .text(cause.actor().kind().name())
        .text(cause.actor().id())
        .text(cause.source())
        .uuid(cause.correlation())
        .uuid(cause.causation())
        .text(entry.payload());
    return of(columns.array(), 0, columns.size());
  }

  /** The same over columns that are in that form already. */
  public byte[] of(byte[] bytes, int from, int length) {
    sha.update(TAG);
    sha.update(bytes, from, length);
    return sha.digest();
  }
}
