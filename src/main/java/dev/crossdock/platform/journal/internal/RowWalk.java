package dev.crossdock.platform.journal.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Computes again, in the order of the blocks, every row's hash and every block's root, and follows each stream. */
public final class RowWalk {

  private static final int BATCH = 1;
  private static final int N = 2;
  private static final int STREAM = 3;
  private static final int VERSION = 4;
  private static final int HASHED = 14;
  private static final int ROW_HASH = 14;
  private static final int BLOCK = 15;

  private final Findings findings;
  private final StreamVersions versions = new StreamVersions();
  private final RowHash hash = new RowHash();
  private final Merkle merkle = new Merkle();
  private long rows;

  public RowWalk(Findings findings) {
    this.findings = findings;
  }

  /** Walks the rows of these blocks, which come in the blocks' order; a block may be without rows. */
  public void sealed(List<Block> blocks, CopyRows copy) throws SQLException {
    boolean more = copy.next();
    for (Block block : blocks) {
      for (; more && copy.int64(BLOCK) < block.number(); more = copy.next()) {
        row("block " + copy.int64(BLOCK), copy);
      }
      Expected expected = new Expected(block);
      int entries = 0;
      for (; more && copy.int64(BLOCK) == block.number(); more = copy.next()) {
        if (!expected.matches(copy)) {
          report(block, "holds another row than its batches say: " + name(copy));
        }
        merkle.add(row("block " + block.number(), copy));
        entries++;
      }
      if (entries != block.entries()) {
        report(block, "has " + entries + " of " + block.entries() + " entries");
      }
      if (!merkle.root().equals(block.merkleRoot())) {
        findings.add("journal.root", "block " + block.number(), "its entries do not give its Merkle root");
      }
    }
    for (; more; more = copy.next()) {
      row("block " + copy.int64(BLOCK), copy);
    }
  }

  /** Walks rows that are in no block yet, each stream by version. */
  public void pending(CopyRows copy) throws SQLException {
    while (copy.next()) {
      row("pending", copy);
    }
  }

  public long rows() {
    return rows;
  }

  private byte[] row(String where, CopyRows copy) throws SQLException {
    rows++;
    byte[] computed = copy.hash(hash, HASHED);
    if (!copy.holds(ROW_HASH, computed)) {
      findings.add("journal.row", where, "does not match its hash: " + name(copy));
    }
    int version = copy.int32(VERSION);
    long stream = StreamVersions.hash(copy.data(), copy.start(STREAM), Math.max(0, copy.length(STREAM)));
    int before = versions.replace(stream, version);
    if (version != before + 1) {
      findings.add("journal.version", copy.text(STREAM), "version " + version + " comes after version " + before);
    }
    return computed;
  }

  private void report(Block block, String sentence) {
    findings.add("journal.batch", "block " + block.number(), sentence);
  }

  private static String name(CopyRows copy) {
    return copy.text(STREAM) + " version " + copy.int32(VERSION) + " (batch " + copy.uuid(BATCH) + ")";
  }

  /** Steps through the rows a block must have. */
  private static final class Expected {

    private final Block block;
    private int batch;
    private int n;

    Expected(Block block) {
      this.block = block;
    }

    boolean matches(CopyRows copy) {
      while (batch < block.sizes().size() && n >= block.sizes().get(batch)) {
        batch++;
        n = 0;
      }
      UUID found = copy.uuid(BATCH);
      boolean expected = batch < block.batches().size() && block.batches().get(batch).equals(found);
      return expected && copy.int32(N) == n++;
    }
  }
}
