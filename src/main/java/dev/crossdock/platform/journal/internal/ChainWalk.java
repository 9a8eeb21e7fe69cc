package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.JournalHead;
import java.util.List;

/** Holds blocks, in the order of their numbers, against each other and against heads kept elsewhere. */
public final class ChainWalk {

  private final Findings findings;
  private final List<JournalHead> anchors;
  private JournalHead last;
  private long blocks;

  public ChainWalk(JournalHead start, List<JournalHead> anchors, Findings findings) {
    this.last = start;
    this.anchors = anchors;
    this.findings = findings;
  }

  public void step(StoredBlock stored) {
    Block block = stored.block();
    String where = "block " + block.number();
    blocks++;
    if (block.number() != last.block() + 1) {
      findings.add("journal.gap", where, "follows block " + last.block());
    }
    if (!block.previous().equals(last.hash())) {
      findings.add("journal.chain", where, "is not chained to the hash of block " + last.block());
    }
    if (!block.hash().equals(stored.hash())) {
      findings.add("journal.block", where, "does not match its hash");
    }
    int sizes = block.sizes().stream().mapToInt(Integer::intValue).sum();
    if (block.sizes().size() != block.batches().size() || sizes != block.entries()) {
      findings.add("journal.block", where, "has " + block.entries() + " entries, and its batches have " + sizes);
    }
    for (JournalHead anchor : anchors) {
      if (anchor.block() == block.number() && !anchor.hash().equals(stored.hash())) {
        findings.add("journal.anchor", where, "is not the block that was anchored as " + anchor.hash());
      }
    }
    last = new JournalHead(block.merchant(), block.number(), stored.hash(), block.sealedAt());
  }

  /** After the last block. */
  public void end() {
    for (JournalHead anchor : anchors) {
      if (anchor.block() > last.block()) {
        findings.add(
            "journal.anchor",
            "block " + last.block(),
            "is the last one, but block " + anchor.block() + " was anchored at " + anchor.at());
      }
    }
  }

  public long blocks() {
    return blocks;
  }

  public JournalHead last() {
    return last;
  }
}
