package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.SealerStore.Earlier;
import dev.crossdock.platform.journal.SealerStore.Pending;
import dev.crossdock.platform.journal.internal.Batch;
import dev.crossdock.platform.journal.internal.Block;
import dev.crossdock.platform.journal.internal.BlockOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals what was committed into blocks. Each block is one short transaction: lock the lease by its fence, take away the
 * pending rows that can be seen, put their facts in order, chain the block to the one before, announce it.
 *
 * <p><b>Why a later version never lands in an earlier block.</b> A writer learns a stream's version from a row that it
 * has locked, and its pending row is committed together with its facts. So whoever wrote version v began its write
 * after the writer of v-1 had committed, and a snapshot that sees v's pending row sees that of v-1 too, unless an
 * earlier block has taken it. A statement that takes all it sees therefore takes v-1 with v, and {@link BlockOrder}
 * puts it before. A block is bounded, though, and the lowest ids are not the oldest commits when machines disagree
 * about the time; so when a bound was reached, the pending writers of versions just below those taken are added, until
 * none is missing. A commit that nobody could see yet goes into a later block, and so does every version after it.
 */
public final class Sealer {

  private static final Cause CAUSE = Cause.of(Actor.system("sealer"), "job:seal", new UUID(0, 0));

  private final Door door;
  private final InstantSource time;
  private final Limits limits;
  private final SealerLeaseTable leaseTable = new SealerLeaseTable();
  private final SealerStore store = new SealerStore();
  private final Leases leases;
  private final Map<Merchant, Lease> held = new ConcurrentHashMap<>();

  /**
   * Bounds of the work.
   *
   * @param lease how long a sealer that has died keeps others waiting
   * @param batchesMax transactions a block, give or take those that must stand before them
   * @param entriesMax a block takes no further transaction once it has this many facts
   */
  public record Limits(Duration lease, int batchesMax, int entriesMax) {

    public static final Limits USUAL = new Limits(Duration.ofSeconds(3), 1_000, 10_000);
  }

  /** What a call of {@link #sealOnce} came to. */
  public sealed interface Outcome {

    /**
     * A block was written.
     *
     * @param head the new block
     * @param entries how many facts are in it
     * @param more whether a bound was reached, so that more is likely to be waiting
     */
    record Sealed(JournalHead head, int entries, boolean more) implements Outcome {}

    /** There was nothing to seal. */
    record NothingPending() implements Outcome {}

    /** Another process holds the lease, or has taken it from this one. */
    record NotOurs() implements Outcome {}
  }

  /**
   * A sealer that holds no lease yet.
   *
   * @param holder names this process among all that ever seal: a name used twice at the same time defeats the lease
   *     (the primary key still keeps the chain whole)
   */
  public Sealer(Door door, InstantSource time, String holder, Limits limits) {
    this.door = door;
    this.time = time;
    this.limits = limits;
    this.leases = new Leases(holder, limits.lease(), leaseTable);
  }

  /** Seals one block, if there is something to seal and it is ours to do. */
  public Outcome sealOnce(Merchant merchant) {
    Optional<Lease> lease = lease(merchant);
    if (lease.isEmpty()) {
      return new Outcome.NotOurs();
    }
    Outcome outcome = door.write(merchant, CAUSE, tx -> seal(tx, lease.get()));
    if (outcome instanceof Outcome.NotOurs) {
      held.remove(merchant, lease.get());
    }
    return outcome;
  }

  /** Gives up every lease, so that another process need not wait for it to expire. */
  public void release() {
    Map<Merchant, Lease> given = Map.copyOf(held);
    held.clear();
    given.forEach((merchant, lease) -> door.run(merchant, CAUSE, tx -> leases.release(tx, lease)));
  }

  Outcome seal(Tx tx, Lease lease) {
    if (!leaseTable.lock(tx, lease)) {
      return new Outcome.NotOurs();
    }
    List<Pending> taken = store.takePending(tx, limits.batchesMax(), limits.entriesMax());
    if (taken.isEmpty()) {
      return new Outcome.NothingPending();
    }
    boolean bounded =
        taken.size() >= limits.batchesMax()
            || taken.stream().mapToLong(Pending::entries).sum() >= limits.entriesMax();
    List<Batch> batches = new ArrayList<>(store.batches(tx, taken));
    if (bounded) {
      addEarlier(tx, batches);
    }
    Block block =
        Block.of(
            SealerStore.head(tx), BlockOrder.of(batches), tx.now().truncatedTo(ChronoUnit.MICROS), lease.fence());
    store.insert(tx, block);
    store.announce(tx);
    return new Outcome.Sealed(block.head(), block.entries(), bounded);
  }

  private void addEarlier(Tx tx, List<Batch> batches) {
    Set<Earlier> asked = new HashSet<>();
    List<Pending> added;
    do {
      Set<Earlier> missing = justBelow(batches);
      missing.removeAll(asked);
      asked.addAll(missing);
      added = missing.isEmpty() ? List.of() : store.takeEarlier(tx, missing);
      if (!added.isEmpty()) {
        batches.addAll(store.batches(tx, added));
      }
    } while (!added.isEmpty());
  }

  /** The versions before those in hand that are not in hand themselves: sealed long ago, or still pending. */
  private static Set<Earlier> justBelow(List<Batch> batches) {
    Set<Earlier> inHand = new HashSet<>();
    Set<Earlier> below = new HashSet<>();
    for (Batch batch : batches) {
      for (Batch.Leaf leaf : batch.leaves()) {
        inHand.add(new Earlier(leaf.stream(), leaf.version()));
        below.add(new Earlier(leaf.stream(), leaf.version() - 1));
      }
    }
    below.removeAll(inHand);
    below.removeIf(fact -> fact.version() == 0);
    return below;
  }

  private Optional<Lease> lease(Merchant merchant) {
    Lease known = held.get(merchant);
    if (known != null && leases.isFresh(known, time.instant())) {
      return Optional.of(known);
    }
    Optional<Lease> lease = door.write(merchant, CAUSE, leases::hold);
    lease.ifPresentOrElse(ours -> held.put(merchant, ours), () -> held.remove(merchant));
    return lease;
  }
}
