package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that reaches us from outside goes through here: stored raw and once, then handed out in batches to be
 * worked on. Work that only touches the database claims, acts and finishes in one transaction; work that calls out
 * takes a lease, commits, calls, and finishes with the lease's fence.
 */
public final class Inbox implements AutoCloseable {

  private final Door door;
  private final JdbcClient client;
  private final Ids ids;
  private final InstantSource time;
  private final InboxLimits limits;
  private final InboxSignal signal = new InboxSignal();
  private final InboxStore store = new InboxStore();
  private final InboxReads reads = new InboxReads();
  private final Intake intake;
  private final RawDays rawDays;
  private volatile Errands errands = new NoErrands();
  private final LongAdder stored = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder commits = new LongAdder();

  public Inbox(Door door, DataSource dataSource, Ids ids, InstantSource time, InboxLimits limits) {
    this.door = door;
    this.client = JdbcClient.create(dataSource);
    this.ids = ids;
    this.time = time;
    this.limits = limits;
    this.intake = new Intake(limits, this::commit);
    this.rawDays = new RawDays(dataSource, time, limits.waitingInDayMax());
  }

  /**
   * Stores a message together with whatever else arrives at the moment; completed after the commit. It completes
   * exceptionally only for a message that the database refuses for good. Dependents run on the intake's one thread, so
   * wait for the answer rather than attach work to it.
   */
  public CompletableFuture<Receipt> receive(NewMessage message) {
    return intake.offer(message);
  }

  /** Stores messages of the transaction's merchant as part of it; one receipt each, in their order. */
  public List<Receipt> receiveAll(Tx tx, List<NewMessage> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    Errands runner = errands;
    List<IntakeRow> rows = rows(tx, messages, runner.room());
    List<IntakeRow> sorted = rows.stream().sorted(IntakeRow.BY_UNIQUE_KEY).toList();
    InboxStore.Lease lease = new InboxStore.Lease(runner.holder(), tx.now().plus(runner.lease()));
    Set<UUID> fresh = store.insert(tx, sorted, tx.now().plus(limits.retainBody()), lease);
    followWhenStored(tx, rows.stream().filter(row -> fresh.contains(row.id())).toList(), runner);
    stored.add(fresh.size());
    duplicates.add(rows.size() - fresh.size());
    return rows.stream()
        .map(row -> fresh.contains(row.id()) ? new Receipt.Stored(row.id()) : (Receipt) new Receipt.Duplicate())
        .toList();
  }

  /**
   * Hands out messages that are due, the longest waiting first, and locks them until the transaction ends; those that
   * another worker holds are passed over. Fewer than the limit come when their bodies are large.
   */
  public List<InboxMessage> claim(Tx tx, int limit) {
    return store.claim(tx, limit, limits.claimBytesMax());
  }

  /** Marks claimed messages as done. */
  public void done(Tx tx, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      expect(ids.size(), store.done(tx, ids));
    }
  }

  /** Writes what became of claimed messages, one statement for all. */
  public void finish(Tx tx, Map<UUID, Outcome> outcomes) {
    if (!outcomes.isEmpty()) {
      expect(outcomes.size(), store.finish(tx, outcomes, Map.of()).size());
    }
  }

  /**
   * Reserves claimed messages for a holder until an instant, so that the transaction can end while it calls out;
   * answers each lease's fence. When the time is over the messages are handed out again.
   */
  public Map<UUID, Long> lease(Tx tx, Collection<UUID> ids, String holder, Instant until) {
    return ids.isEmpty() ? Map.of() : store.lease(tx, ids, holder, until);
  }

  /**
   * Writes what became of leased messages, one statement for all.
   *
   * @param fences of each message the fence it was leased with
   * @return whose it was written of; no effect where the lease has passed to somebody else
   */
  public Set<UUID> finishLeased(Tx tx, Map<UUID, Outcome> outcomes, Map<UUID, Long> fences) {
    if (!fences.keySet().equals(outcomes.keySet())) {
      throw new IllegalArgumentException("each leased message has a fence and an outcome");
    }
    return outcomes.isEmpty() ? Set.of() : store.finish(tx, outcomes, fences);
  }

  /** Hands a leased message out again at once; without effect when the lease has passed to somebody else. */
  public void giveBack(Tx tx, UUID id, long fence) {
    Outcome now = new Outcome.RetryLater(tx.now(), "It needs no call.");
    signalled(tx, store.finish(tx, Map.of(id, now), Map.of(id, fence)).size());
  }

  /** Keeps leases that still stand until a later instant; answers which do. */
  public Set<UUID> renew(Tx tx, Map<UUID, Long> fences, Instant until) {
    return fences.isEmpty() ? Set.of() : store.renew(tx, fences, until);
  }

  /**
   * Hands out again at once what this holder had leased, for one that begins anew and knows that nothing of it is under
   * way. Should something be under way after all, its fence is out of date. Answers how many.
   */
  public int takeBack(Tx tx, String holder) {
    return signalled(tx, store.takeBack(tx, holder));
  }

  /** Hands parked, ignored or postponed messages out again; answers how many. */
  public int rerun(Tx tx, Set<UUID> ids) {
    return ids.isEmpty() ? 0 : signalled(tx, store.rerun(tx, ids));
  }

  /** Hands out again every parked message that waits for one of the keys; answers how many. */
  public int rerunWaitingFor(Tx tx, Set<String> keys) {
    return keys.isEmpty() ? 0 : signalled(tx, store.rerunWaiting(tx, keys));
  }

  /** Deletes raw copies whose time is over, of messages that are done with and have no day's table; how many. */
  public int dropBodies(Tx tx, int limit) {
    return rawDays.dropSingly(tx, limit);
  }

  /** The tables raw copies lie in, a day each. */
  public RawDays rawDays() {
    return rawDays;
  }

  /** Whose messages are due, over all merchants. */
  public List<Merchant> merchantsWithWork() {
    return reads.merchantsWithWork(client, time.instant());
  }

  /** What waits to be worked on, over all merchants. */
  public Backlog backlog() {
    return reads.backlog(client);
  }

  public Optional<InboxEntry> entry(Tx tx, UUID id) {
    return reads.entry(tx, id);
  }

  /** The raw copy, unless its time is over. Personal data. */
  public Optional<RawCopy> raw(Tx tx, UUID id) {
    return reads.raw(tx, id);
  }

  /**
   * Parked messages, the newest first.
   *
   * @param after the last id of the page before; null for the first page
   */
  public List<InboxEntry> parked(Tx tx, @Nullable UUID after, int limit) {
    return reads.parked(tx, after, limit);
  }

  /** What came in for each account and where it stands, in no order; accounts without messages are absent. */
  public List<AccountTally> tallies(Tx tx) {
    return reads.tallies(tx);
  }

  public long parkedCount(Tx tx) {
    return reads.parkedCount(tx);
  }

  /** From now on messages that only name something are leased to this process as they are stored, and given to it. */
  public void runErrands(Errands runner) {
    errands = runner;
  }

  /** From now on they wait to be claimed like all others. */
  public void endErrands() {
    errands = new NoErrands();
  }

  /** Raised after each commit that stored or re-ran messages. */
  public InboxSignal signal() {
    return signal;
  }

  /** What this process did since it started. */
  public Counts counts() {
    return new Counts(stored.sum(), duplicates.sum(), commits.sum());
  }

  /** Commits what waits and refuses what comes later. */
  @Override
  public void close() {
    intake.stop();
  }

  /**
   * Counters of this process.
   *
   * @param commits grouped commits of {@link #receive}
   */
  public record Counts(long stored, long duplicates, long commits) {}

  private List<Receipt> commit(Merchant merchant, List<NewMessage> messages) {
    Cause cause = Cause.of(Actor.system("inbox"), "inbox", ids.next());
    List<Receipt> receipts = door.write(merchant, cause, tx -> receiveAll(tx, messages));
    commits.increment();
    return receipts;
  }

  private int signalled(Tx tx, int rows) {
    if (rows > 0) {
      signalWhenStored(tx);
    }
    return rows;
  }

  private List<IntakeRow> rows(Tx tx, List<NewMessage> messages, int room) {
    List<IntakeRow> rows = new ArrayList<>();
    int left = room;
    for (NewMessage message : messages) {
      boolean leased = message.namesOnly() && left > 0;
      left -= leased ? 1 : 0;
      rows.add(IntakeRow.of(ids.next(), own(tx, message), leased));
    }
    return rows;
  }

  /** Where the answer to the commit was lost, nobody else works under these leases; if none stands, no call harms. */
  private void followWhenStored(Tx tx, List<IntakeRow> fresh, Errands runner) {
    List<InboxMessage> begun =
        fresh.stream().filter(IntakeRow::leased).map(row -> row.handedOut(tx.now())).toList();
    if (begun.size() < fresh.size()) {
      signalWhenStored(tx);
    }
    if (!begun.isEmpty()) {
      tx.unlessRolledBack(() -> begun.forEach(message -> runner.begin(tx.merchant(), message)));
    }
  }

  private void signalWhenStored(Tx tx) {
    Merchant merchant = tx.merchant();
    tx.unlessRolledBack(() -> signal.raise(merchant));
  }

  /** A process that makes no calls. */
  private static final class NoErrands implements Errands {

    @Override
    public String holder() {
      return "";
    }

    @Override
    public Duration lease() {
      return Duration.ZERO;
    }

    @Override
    public int room() {
      return 0;
    }

    @Override
    public void begin(Merchant merchant, InboxMessage message) {
      throw new IllegalStateException("there was no room for " + message.id());
    }
  }

  private static NewMessage own(Tx tx, NewMessage message) {
    if (!message.merchant().equals(tx.merchant())) {
      throw new IllegalArgumentException(
          "a transaction of " + tx.merchant() + " was given a message of " + message.merchant());
    }
    return message;
  }

  private static void expect(int messages, int rows) {
    if (messages != rows) {
      throw new IllegalStateException(messages + " messages to finish, but only " + rows + " were being worked on");
    }
  }
}
