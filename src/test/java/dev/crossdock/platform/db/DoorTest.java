package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.LossyCommits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

@Timeout(60)
class DoorTest {

  private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(1, 1));
  private static final String ADD = "UPDATE account SET amount = amount + 1 WHERE merchant = :merchant AND id = :id";

  @RegisterExtension static final Db db = Db.fresh();

  private final Door door = new Door(db.dataSource(), NOON);

  @BeforeEach
  void openAccounts() {
    JdbcClient client = JdbcClient.create(db.dataSource());
    client
        .sql("CREATE TABLE IF NOT EXISTS account (merchant int, id int, amount int, PRIMARY KEY (merchant, id))")
        .update();
    client.sql("DELETE FROM account").update();
    client.sql("INSERT INTO account VALUES (1, 1, 0), (1, 2, 0), (2, 1, 0)").update();
  }

  @Test
  void bindsTheMerchantAndTheCauseAndOneInstant() {
    door.run(
        new Merchant(2),
        CAUSE,
        tx -> {
          add(tx, 1);
          assertThat(tx.merchant()).isEqualTo(new Merchant(2));
          assertThat(tx.cause()).isEqualTo(CAUSE);
          assertThat(tx.now()).isEqualTo(NOON.instant());
        });

    assertThat(amounts()).containsExactly(0, 0, 1);
  }

  @Test
  void rollsBackOnAnException() {
    assertThatThrownBy(
            () ->
                door.run(
                    Merchant.MAIN,
                    CAUSE,
                    tx -> {
                      add(tx, 1);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(amounts()).containsExactly(0, 0, 0);
  }

  @Test
  void leavesNothingOfADryRunButItsAnswer() {
    List<String> steps = new ArrayList<>();
    int changed =
        door.dryRun(
            Merchant.MAIN,
            CAUSE,
            tx -> {
              tx.beforeCommit(() -> steps.add("last step"));
              tx.afterCommit(() -> steps.add("hint"));
              return add(tx, 1);
            });

    assertThat(changed).isEqualTo(1);
    assertThat(steps).containsExactly("last step");
    assertThat(amounts()).containsExactly(0, 0, 0);
  }

  @Test
  void failsADryRunThatTheRealOneWouldFail() {
    assertThatThrownBy(
            () ->
                door.dryRun(
                    Merchant.MAIN,
                    CAUSE,
                    tx -> tx.sql("INSERT INTO account VALUES (:merchant, 1, 0)").update()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void runsLastStepsInOrderAlsoThoseAddedByLastSteps() {
    List<String> steps = new ArrayList<>();
    door.run(
        Merchant.MAIN,
        CAUSE,
        tx -> {
          tx.afterCommit(() -> steps.add("after"));
          tx.beforeCommit(
              () -> {
                steps.add("one");
                tx.beforeCommit(() -> steps.add("three"));
              });
          tx.beforeCommit(() -> steps.add("two"));
          steps.add("work");
        });

    assertThat(steps).containsExactly("work", "one", "two", "three", "after");
  }

  @Test
  void followsACommitAlsoWhenItsAnswerIsLost() {
    LossyCommits lossy = new LossyCommits(db.dataSource());
    Door far = new Door(lossy.source(), NOON);
    List<String> followed = new ArrayList<>();

    far.run(Merchant.MAIN, CAUSE, tx -> tx.unlessRolledBack(() -> followed.add("committed")));
    lossy.loseNext();
    assertThatThrownBy(() -> far.run(Merchant.MAIN, CAUSE, tx -> addThen(tx, () -> followed.add("answer lost"))))
        .isInstanceOf(TransactionException.class);

    assertThat(amounts()).as("it was made").containsExactly(1, 0, 0);
    assertThat(followed).containsExactly("committed", "answer lost");
  }

  @Test
  void followsNothingThatWasSurelyNotCommitted() {
    List<String> followed = new ArrayList<>();

    door.<Integer>dryRun(
        Merchant.MAIN,
        CAUSE,
        tx -> {
          addThen(tx, () -> followed.add("dry run"));
          return 1;
        });
    for (String broken : List.of("select 1 / 0", "select pg_terminate_backend(pg_backend_pid())")) {
      assertThatThrownBy(
              () ->
                  door.run(
                      Merchant.MAIN,
                      CAUSE,
                      tx -> {
                        addThen(tx, () -> followed.add(broken));
                        tx.sql(broken + " where :merchant > 0").query().singleValue();
                      }))
          .isNotNull();
    }

    assertThat(amounts()).containsExactly(0, 0, 0);
    assertThat(followed).isEmpty();
  }

  @Test
  void keepsOneAttachmentATypeForOneTransaction() {
    door.run(
        Merchant.MAIN,
        CAUSE,
        tx -> {
          StringBuilder first = tx.attachment(StringBuilder.class, StringBuilder::new);
          assertThat(tx.attachment(StringBuilder.class, StringBuilder::new)).isSameAs(first);
        });
  }

  @Test
  void refusesATransactionInsideATransaction() {
    try (HikariDataSource one = db.dataSource(1)) {
      Door narrow = new Door(one, NOON); // with one connection, a second transaction would wait for ever
      assertThatThrownBy(
              () -> narrow.run(Merchant.MAIN, CAUSE, outer -> narrow.run(Merchant.MAIN, CAUSE, inner -> add(inner, 1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a transaction is open already");
      assertThatThrownBy(
              () -> narrow.run(Merchant.MAIN, CAUSE, outer -> narrow.<Integer>read(Merchant.MAIN, inner -> 1)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(narrow.<Integer>read(Merchant.MAIN, tx -> 1)).isEqualTo(1);
    }
  }

  @Test
  void writesNothingInAReadingTransaction() {
    assertThatThrownBy(() -> door.read(Merchant.MAIN, tx -> add(tx, 1))).isInstanceOf(DataAccessException.class);
  }

  @Test
  void readsOneInstantHoweverManyStatementsItTakes() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      List<Integer> seen =
          door.read(
              Merchant.MAIN,
              tx -> {
                int before = amount(tx);
                join(other.submit(() -> door.run(Merchant.MAIN, CAUSE, writing -> add(writing, 1))));
                return List.of(before, amount(tx));
              });
      assertThat(seen).containsExactly(0, 0);
    }
    assertThat(door.<Integer>read(Merchant.MAIN, DoorTest::amount)).isEqualTo(1);
  }

  @Test
  void leavesTheConnectionAsItWas() {
    try (HikariDataSource one = db.dataSource(1)) {
      Door narrow = new Door(one, NOON);
      narrow.<Integer>read(Merchant.MAIN, DoorTest::amount);
      String isolation =
          narrow.write(
              Merchant.MAIN,
              CAUSE,
              tx -> {
                add(tx, 1);
                return tx.sql("SELECT current_setting('transaction_isolation') WHERE :merchant > 0")
                    .query(String.class)
                    .single();
              });
      assertThat(isolation).isEqualTo("read committed");
    }
  }

  @Test
  void repeatsTheWorkOfADeadlocksVictim() throws Exception {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<?> forth = two.submit(() -> crossed(bothHoldOne, attempts, 1, 2));
      Future<?> back = two.submit(() -> crossed(bothHoldOne, attempts, 2, 1));
      forth.get(30, TimeUnit.SECONDS);
      back.get(30, TimeUnit.SECONDS);
    }

    assertThat(attempts).hasValueGreaterThan(2);
    assertThat(amounts()).containsExactly(2, 2, 0);
  }

  @Test
  void givesUpAfterAFewAttempts() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatThrownBy(() -> door.run(Merchant.MAIN, CAUSE, tx -> raise(tx, attempts, "40P01")))
        .isInstanceOf(DataAccessException.class);
    assertThat(attempts).hasValue(Door.ATTEMPTS_MAX);
  }

  @Test
  void doesNotRepeatARefusedLockOrAnyOtherError() {
    for (String state : List.of("55P03", "57014", "23505", "P0001")) {
      AtomicInteger attempts = new AtomicInteger();
      assertThatThrownBy(() -> door.run(Merchant.MAIN, CAUSE, tx -> raise(tx, attempts, state)))
          .as(state)
          .isInstanceOf(DataAccessException.class);
      assertThat(attempts).as(state).hasValue(1);
    }
  }

  private void crossed(CyclicBarrier bothHoldOne, AtomicInteger attempts, int first, int second) {
    door.run(
        Merchant.MAIN,
        CAUSE,
        tx -> {
          int attempt = attempts.incrementAndGet();
          add(tx, first);
          if (attempt <= 2) {
            await(bothHoldOne);
          }
          add(tx, second);
        });
  }

  private static void raise(Tx tx, AtomicInteger attempts, String state) {
    attempts.incrementAndGet();
    tx.sql("DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '" + state + "'; END $$").update();
  }

  private static int add(Tx tx, int id) {
    return tx.sql(ADD).param("id", id).update();
  }

  private static void addThen(Tx tx, Runnable following) {
    add(tx, 1);
    tx.unlessRolledBack(following);
  }

  private static int amount(Tx tx) {
    return tx.sql("SELECT amount FROM account WHERE merchant = :merchant AND id = 1").query(Integer.class).single();
  }

  private static void join(Future<?> future) {
    try {
      future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Integer> amounts() {
    return JdbcClient.create(db.dataSource())
        .sql("SELECT amount FROM account ORDER BY merchant, id")
        .query((row, n) -> row.getInt("amount"))
        .list();
  }
}
