package dev.crossdock.platform.journal.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.crossdock.platform.db.BinaryFields;
import dev.crossdock.platform.journal.Hash;
import dev.crossdock.platform.journal.JournalHead;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A sealed block: which transactions, in which order, how many facts each, the Merkle root of their row hashes, and the
 * hash of the block before.
 */
public record Block(
    int merchant,
    long number,
    List<UUID> batches,
    List<Integer> sizes,
    int entries,
    Hash merkleRoot,
    Hash previous,
    Instant sealedAt,
    long fence) {

  private static final byte[] TAG = "crossdock journal block 1\n".getBytes(US_ASCII);

  /** What the first block of a merchant is chained to. */
  public static Hash beforeFirst() {
    return Hash.of(new byte[Sha256.LENGTH]);
  }

  /** Makes the block that follows another from batches in their final order. */
  public static Block of(JournalHead head, List<Batch> ordered, Instant sealedAt, long fence) {
    Merkle merkle = new Merkle();
    int entries = 0;
    for (Batch batch : ordered) {
      batch.leaves().forEach(leaf -> merkle.add(leaf.rowHash().bytes()));
      entries += batch.leaves().size();
    }
    return new Block(
        head.merchant(),
        head.block() + 1,
        ordered.stream().map(Batch::id).toList(),
        ordered.stream().map(batch -> batch.leaves().size()).toList(),
        entries,
        merkle.root(),
        head.hash(),
        sealedAt,
        fence);
  }

  /** SHA-256 over a tag and every column: no column of a block can be changed unseen. */
  public Hash hash() {
    ByteBuffer ids = ByteBuffer.allocate(16 * batches.size());
    batches.forEach(id -> ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    ByteBuffer counts = ByteBuffer.allocate(4 * sizes.size());
    sizes.forEach(counts::putInt);
    BinaryFields columns =
        new BinaryFields()
            .int4(merchant)
            .int8(number)
            .bytes(ids.array())
            .bytes(counts.array())
            .int4(entries)
            .bytes(merkleRoot.bytes())
            .bytes(previous.bytes())
            .time(sealedAt)
            .int8(fence);
    MessageDigest sha = Sha256.digest();
    sha.update(TAG);
    sha.update(columns.array(), 0, columns.size());
    return Hash.of(sha.digest());
  }

  public JournalHead head() {
    return new JournalHead(merchant, number, hash(), sealedAt);
  }
}
