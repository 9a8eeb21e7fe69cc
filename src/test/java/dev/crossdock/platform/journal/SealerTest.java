package dev.crossdock.platform.journal;

import static dev.crossdock.platform.journal.Fixture.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Sealer.Outcome;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DuplicateKeyException;

class SealerTest {

  @RegisterExtension static final Db db = Db.fresh();

  private final Fixture fixture = new Fixture(db);

  @Test
  void sealsWhatIsPendingIntoOneBlock() {
    fixture.commitVersions("a", 1, 3);

    Outcome.Sealed sealed = sealed(fixture.sealer("one").sealOnce(fixture.merchant));
    assertThat(sealed.head().block()).isEqualTo(1);
    assertThat(sealed.entries()).isEqualTo(3);
    assertThat(sealed.more()).isFalse();
    assertThat(fixture.count("journal_pending")).isZero();
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void makesNoEmptyBlock() {
    assertThat(fixture.sealer("one").sealOnce(fixture.merchant)).isInstanceOf(Outcome.NothingPending.class);
    assertThat(fixture.count("journal_block")).isZero();
  }

  @Test
  void chainsBlocksAndKeepsMerchantsApart() {
    Fixture other = new Fixture(db);
    Sealer sealer = fixture.sealer("one");
    for (int version = 1; version <= 3; version++) {
      fixture.commit(fixture.entry("a", version));
      other.commit(fixture.entry("a", version));
      assertThat(sealed(sealer.sealOnce(fixture.merchant)).head().block()).isEqualTo(version);
    }
    assertThat(sealed(sealer.sealOnce(other.merchant)).entries()).isEqualTo(3);

    JournalHead head = fixture.door.read(fixture.merchant, SealerStore::head);
    assertThat(head.block()).isEqualTo(3);
    assertThat(JournalHead.parse(head.text())).contains(head);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void leavesTheSecondSealerOutUntilTheLeaseIsOver() {
    Sealer one = fixture.sealer("one");
    Sealer two = fixture.sealer("two");
    fixture.commit(fixture.entry("a", 1));
    sealed(one.sealOnce(fixture.merchant));
    fixture.commit(fixture.entry("a", 2));

    assertThat(two.sealOnce(fixture.merchant)).isInstanceOf(Outcome.NotOurs.class);
    fixture.time.pass(Duration.ofSeconds(4));
    assertThat(sealed(two.sealOnce(fixture.merchant)).head().block()).isEqualTo(2);
    fixture.commit(fixture.entry("a", 3));
    assertThat(one.sealOnce(fixture.merchant)).isInstanceOf(Outcome.NotOurs.class);
    String fences = "SELECT fence FROM journal_block WHERE merchant = :merchant ORDER BY block";
    assertThat(fixture.sql(fences).query(Long.class).list()).containsExactly(1L, 2L);
  }

  @Test
  void handsOverAtOnceWhenReleased() {
    Sealer one = fixture.sealer("one");
    fixture.commit(fixture.entry("a", 1));
    sealed(one.sealOnce(fixture.merchant));
    one.release();
    fixture.commit(fixture.entry("a", 2));

    sealed(fixture.sealer("two").sealOnce(fixture.merchant));
  }

  @Test
  void refusesASealerThatWokeUpWithAnOldFence() {
    Lease old = held("one");
    fixture.time.pass(Duration.ofSeconds(4));
    Lease current = held("two");
    fixture.commit(fixture.entry("a", 1));
    assertThat(current.fence()).isEqualTo(old.fence() + 1);

    Sealer one = fixture.sealer("one");
    Outcome late = fixture.door.write(fixture.merchant, CAUSE, tx -> one.seal(tx, old));
    assertThat(late).isInstanceOf(Outcome.NotOurs.class);
    assertThat(fixture.count("journal_block")).isZero();
    assertThat(fixture.count("journal_pending")).isEqualTo(1);
    Sealer two = fixture.sealer("two");
    sealed(fixture.door.<Outcome>write(fixture.merchant, CAUSE, tx -> two.seal(tx, current)));
  }

  @Test
  void findsOutByItselfThatItsLeaseWasTaken() {
    Sealer one = fixture.sealer("one");
    fixture.commit(fixture.entry("a", 1));
    sealed(one.sealOnce(fixture.merchant));
    fixture.sql("UPDATE journal_sealer SET holder = 'two', fence = fence + 1 WHERE merchant = :merchant").update();
    fixture.commit(fixture.entry("a", 2));

    assertThat(one.sealOnce(fixture.merchant)).isInstanceOf(Outcome.NotOurs.class);
    assertThat(fixture.count("journal_pending")).isEqualTo(1);
  }

  @Test
  void takesOverFromADeadHolderWhoseClockWasAhead() {
    InstantSource ahead = () -> fixture.time.instant().plus(Duration.ofHours(1));
    Sealer one = new Sealer(new Door(db.dataSource(), ahead), ahead, "one", Fixture.LIMITS);
    fixture.commit(fixture.entry("a", 1));
    sealed(one.sealOnce(fixture.merchant));
    fixture.commit(fixture.entry("a", 2));
    Sealer two = fixture.sealer("two");

    assertThat(two.sealOnce(fixture.merchant)).isInstanceOf(Outcome.NotOurs.class);
    fixture.time.pass(Duration.ofSeconds(4));
    assertThat(two.sealOnce(fixture.merchant)).isInstanceOf(Outcome.NotOurs.class);
    fixture.time.pass(Duration.ofSeconds(4));
    sealed(two.sealOnce(fixture.merchant));
  }

  @Test
  void doesNotTakeALeaseFromASealerAtWork() {
    Lease lease = held("one");
    fixture.time.pass(Duration.ofSeconds(4));
    SealerLeaseTable table = new SealerLeaseTable();
    Fixture other = new Fixture(db, fixture.merchant);
    other.time.pass(Duration.ofSeconds(4));
    fixture.door.run(
        fixture.merchant,
        CAUSE,
        tx -> {
          assertThat(table.lock(tx, lease)).isTrue();
          assertThat(elsewhere(() -> other.sealer("two").sealOnce(fixture.merchant)))
              .isInstanceOf(Outcome.NotOurs.class);
        });

    assertThat(other.sealer("two").sealOnce(fixture.merchant)).isInstanceOf(Outcome.NothingPending.class);
  }

  @Test
  void refusesTheSameBlockNumberTwiceEvenWithoutAFence() {
    fixture.commit(fixture.entry("a", 1));
    sealed(fixture.sealer("one").sealOnce(fixture.merchant));

    assertThatThrownBy(
            () ->
                fixture
                    .sql(
                        "INSERT INTO journal_block SELECT merchant, block, batches, sizes, entries, merkle_root,"
                            + " previous, hash, sealed_at, fence + 1 FROM journal_block WHERE merchant = :merchant")
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void leavesEverythingPendingWhenItDiesInTheMiddle() {
    fixture.commitVersions("a", 1, 5);
    Lease lease = held("one");
    Sealer sealer = fixture.sealer("one");

    assertThatThrownBy(
            () ->
                fixture.door.run(
                    fixture.merchant,
                    CAUSE,
                    tx -> {
                      sealed(sealer.seal(tx, lease));
                      int backend = tx.sql("SELECT pg_backend_pid() WHERE :merchant > 0").query(Integer.class).single();
                      fixture
                          .sql("SELECT pg_terminate_backend(:pid)")
                          .param("pid", backend)
                          .query(Boolean.class)
                          .single();
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(fixture.count("journal_pending")).isEqualTo(5);
    assertThat(fixture.count("journal_block")).isZero();
    assertThat(fixture.check().violations()).isEmpty();

    assertThat(sealed(sealer.sealOnce(fixture.merchant)).entries()).isEqualTo(5);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void boundsABlockAndComesBackForTheRest() {
    Sealer sealer =
        new Sealer(fixture.door, fixture.time, "one", new Sealer.Limits(Duration.ofSeconds(3), 4, 1_000));
    fixture.commitVersions("a", 1, 10);

    assertThat(sealAll(sealer)).containsExactly(4, 4, 2);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void boundsABlockByItsEntriesButTakesAnyTransactionWhole() {
    Sealer sealer = new Sealer(fixture.door, fixture.time, "one", new Sealer.Limits(Duration.ofSeconds(3), 100, 3));
    for (int i = 1; i <= 4; i++) {
      fixture.commit(fixture.entry("a" + i, 1), fixture.entry("a" + i, 2));
    }
    fixture.commit(fixture.entry("b", 1), fixture.entry("b", 2), fixture.entry("b", 3), fixture.entry("b", 4));

    assertThat(sealAll(sealer)).containsExactly(4, 4, 4);
  }

  @Test
  void addsEarlierVersionsToABoundedBlockWhenClocksDisagree() {
    Sealer sealer = new Sealer(fixture.door, fixture.time, "one", new Sealer.Limits(Duration.ofSeconds(3), 2, 1_000));
    for (int version = 1; version <= 6; version++) {
      Duration slower = Duration.ofHours(version);
      InstantSource clock = () -> fixture.time.instant().minus(slower);
      Journal behind = new Journal(new Ids(clock, new Random(version)));
      JournalEntry entry = fixture.entry("a", version);
      fixture.door.run(fixture.merchant, CAUSE, tx -> behind.append(tx, List.of(entry)));
    }

    assertThat(sealAll(sealer)).containsExactly(6);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void stopsAtADamagedTransaction() {
    try (Db own = Db.fresh()) {
      Fixture damaged = new Fixture(own);
      damaged.commit(damaged.entry("a", 1), damaged.entry("a", 2));
      damaged.allowTampering();
      damaged.sql("DELETE FROM journal WHERE version = 2").update();

      assertThatThrownBy(() -> damaged.sealer("one").sealOnce(damaged.merchant))
          .hasMessageContaining("has 1 of 2 entries");
      assertThat(damaged.count("journal_pending")).isEqualTo(1);
    }
  }

  @Test
  void letsNotEvenTheOwnerChangeOrRemoveHistory() {
    fixture.commit(fixture.entry("a", 1));
    sealed(fixture.sealer("one").sealOnce(fixture.merchant));

    for (String mistake :
        List.of(
            "UPDATE journal SET type = 'x'",
            "DELETE FROM journal",
            "TRUNCATE journal",
            "UPDATE journal_block SET fence = 9",
            "DELETE FROM journal_block",
            "TRUNCATE journal_block")) {
      assertThatThrownBy(() -> fixture.sql(mistake).update()).as(mistake)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private List<Integer> sealAll(Sealer sealer) {
    List<Integer> sizes = new ArrayList<>();
    while (sealer.sealOnce(fixture.merchant) instanceof Outcome.Sealed sealed) {
      sizes.add(sealed.entries());
    }
    return sizes;
  }

  private Lease held(String holder) {
    Leases leases = new Leases(holder, Fixture.LIMITS.lease(), new SealerLeaseTable());
    Optional<Lease> lease = fixture.door.write(fixture.merchant, CAUSE, leases::hold);
    return lease.orElseThrow();
  }

  /** On a thread of its own, since this one has a transaction open. */
  private static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static Outcome.Sealed sealed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Sealed.class);
    return (Outcome.Sealed) outcome;
  }
}
