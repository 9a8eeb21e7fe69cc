package dev.crossdock.platform.journal;

import static java.util.Objects.requireNonNull;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.ReaderStore.Slot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Follows a merchant's sealed history under a name of its own, from the first event on. The cursor moves in the
 * transaction that holds the consumer's effect, so that each event has its effect exactly once, whatever is killed
 * when. Of several processes one reads at a time; a process that has lost its turn cannot move the cursor any more.
 * Not for use by several threads at once.
 */
public final class JournalReader {

  /** The most events one call of {@link #poll} gives. */
  public static final int LIMIT_MAX = 10_000;

  private static final int BLOCKS_MAX = 32;
  private static final Cause CAUSE = Cause.of(Actor.system("reader"), "job:read", new UUID(0, 0));

  private final Door door;
  private final InstantSource time;
  private final Merchant merchant;
  private final String name;
  private final ReaderStore store;
  private final Leases leases;
  private @Nullable Lease held;
  private List<Slot> known = List.of();

  /** This process has lost its turn: the transaction must roll back, and another process goes on from the cursor. */
  public static final class LostTurn extends RuntimeException {

    LostTurn(String message) {
      super(message);
    }
  }

  /**
   * One reader for one merchant.
   *
   * @param name of the reader, the same for ever: {@code stock-publishing}
   * @param holder names this process among all that ever read
   * @param lease how long a process that has died keeps others waiting; the work on one call's events must be shorter
   */
  public JournalReader(
      Door door, InstantSource time, Merchant merchant, String name, String holder, Duration lease) {
    this.door = door;
    this.time = time;
    this.merchant = merchant;
    this.name = name;
    this.store = new ReaderStore(name);
    this.leases = new Leases(holder, lease, store);
  }

  /**
   * Which events a reader is for. The others are passed over where they are stored: most of what happens concerns most
   * readers not at all, and reading it would cost each of them as much as writing it did.
   *
   * @param only the types it is for; null when it is for all
   * @param ignored types it is not for
   * @param bare types of which it wants to know that they happened and to whom: their payload is an empty object
   */
  public record Interest(@Nullable Set<String> only, Set<String> ignored, Set<String> bare) {

    public static final Interest EVERYTHING = new Interest(null, Set.of(), Set.of());

    public Interest {
      only = only == null ? null : Set.copyOf(only);
      ignored = Set.copyOf(ignored);
      bare = Set.copyOf(bare);
    }

    public static Interest only(Set<String> types) {
      return new Interest(types, Set.of(), Set.of());
    }

    /** In everything but some types, and of others in no more than that they happened. */
    public static Interest except(Set<String> ignored, Set<String> bare) {
      return new Interest(null, ignored, bare);
    }

    boolean isEverything() {
      return only == null && ignored.isEmpty();
    }
  }

  /**
   * What follows the cursor.
   *
   * @param events those of interest, in order
   * @param upTo the last place that was looked at, to {@link #commit}; null when nothing follows the cursor
   */
  public record Polled(List<SealedEvent> events, @Nullable JournalPosition upTo) {

    static final Polled NOTHING = new Polled(List.of(), null);

    public Polled {
      events = List.copyOf(events);
    }
  }

  /** The events after the cursor, in order; none when there is nothing new, or when another process has the turn. */
  public List<SealedEvent> poll(int limit) {
    return poll(limit, Interest.EVERYTHING).events();
  }

  /** Those of interest among at most so many events after the cursor. */
  public Polled poll(int limit, Interest interest) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit " + limit + " is not within 1 and " + LIMIT_MAX);
    }
    Lease lease = turn();
    if (lease == null) {
      return Polled.NOTHING;
    }
    return door.read(
        merchant,
        tx -> {
          Optional<JournalPosition> cursor = store.cursor(tx, lease);
          if (cursor.isEmpty()) {
            held = null;
          }
          return cursor.map(after -> events(tx, after, limit, interest)).orElse(Polled.NOTHING);
        });
  }

  /**
   * Moves the cursor to the last event dealt with, in the consumer's own transaction.
   *
   * @throws LostTurn when another process has taken over, or the position is not ahead of the cursor
   */
  public void commit(Tx tx, JournalPosition position) {
    if (!tx.merchant().equals(merchant)) {
      throw new IllegalArgumentException("the transaction is for " + tx.merchant() + ", the reader for " + merchant);
    }
    Lease lease = held;
    if (lease == null || !store.move(tx, lease, position)) {
      throw new LostTurn("reader " + name + " of " + merchant + " has lost its turn before " + position);
    }
  }

  /** Lets another process read on at once. */
  public void release() {
    Lease lease = held;
    held = null;
    if (lease != null) {
      door.run(merchant, CAUSE, tx -> leases.release(tx, lease));
    }
  }

  private @Nullable Lease turn() {
    if (held == null || !leases.isFresh(held, time.instant())) {
      held = door.write(merchant, CAUSE, leases::hold).orElse(null);
    }
    return held;
  }

  private Polled events(Tx tx, JournalPosition after, int limit, Interest interest) {
    Map<UUID, Slot> wanted = new HashMap<>();
    JournalPosition upTo = after;
    int coming = 0;
    for (Slot slot : ahead(tx, after, limit)) {
      if (coming < limit) {
        int taken = Math.min(slot.ahead(after), limit - coming);
        wanted.put(slot.batch(), slot);
        coming += taken;
        upTo = slot.position(slot.size() - slot.ahead(after) + taken - 1);
      }
    }
    if (wanted.isEmpty()) {
      return Polled.NOTHING;
    }
    List<JournalEvent> events = store.events(tx, wanted.values(), interest);
    if (interest.isEverything() && events.size() != wanted.values().stream().mapToInt(Slot::size).sum()) {
      throw new IllegalStateException("journal damaged: events of a sealed block after " + after + " are missing");
    }
    return new Polled(placed(events, wanted, after, upTo), upTo);
  }

  /** The transactions that follow the cursor. A sealed block never changes: what is known of it is not read again. */
  private List<Slot> ahead(Tx tx, JournalPosition after, int limit) {
    boolean knowsCursor = !known.isEmpty() && known.getFirst().block() <= after.block();
    List<Slot> ahead = knowsCursor ? ahead(known, after) : List.of();
    if (ahead.stream().mapToInt(slot -> slot.ahead(after)).sum() < limit) {
      // one block more than wanted, since the first one may have been read to its end
      known = store.slots(tx, after.block(), Math.min(limit + 1, BLOCKS_MAX), after.index() + 1 + limit);
      ahead = ahead(known, after);
    }
    return ahead;
  }

  private static List<Slot> ahead(List<Slot> slots, JournalPosition after) {
    return slots.stream().filter(slot -> slot.ahead(after) > 0).toList();
  }

  private static List<SealedEvent> placed(
      List<JournalEvent> events, Map<UUID, Slot> slots, JournalPosition after, JournalPosition upTo) {
    return events.stream()
        .map(event -> new SealedEvent(requireNonNull(slots.get(event.batch())).position(event.n()), event))
        .filter(event -> event.position().compareTo(after) > 0 && event.position().compareTo(upTo) <= 0)
        .sorted(Comparator.comparing(SealedEvent::position))
        .toList();
  }
}
