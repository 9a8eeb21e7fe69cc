package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class JournalFollowerTest {

  private static final String MANY_BLOCKS =
      """
      INSERT INTO journal_block
      SELECT b.merchant, n, b.batches, b.sizes, b.entries, b.merkle_root, b.previous, b.hash, b.sealed_at, b.fence
      FROM journal_block b, generate_series(2, 5000) n
      WHERE b.merchant = :merchant AND b.block = 1
      """;

  @RegisterExtension final Db db = Db.fresh();

  private final Fixture one = new Fixture(db);
  private final Fixture two = new Fixture(db);
  private final JournalSignal silent = new JournalSignal(db.dataSource());

  @Test
  void followsEveryMerchantWithNewsInItsOrder() {
    List<String> seen = new ArrayList<>();
    JournalFollower follower =
        follower("a", 3, (tx, events) -> events.forEach(event -> seen.add(tx.merchant() + " " + event.position())));
    assertThat(follower.round()).isFalse();
    seal(one, 1, 4);
    seal(one, 5, 6);
    seal(two, 1, 2);

    assertThat(follower.round()).isTrue();
    assertThat(seen.stream().filter(line -> line.startsWith(one.merchant + " ")).map(line -> line.split(" ")[1]))
        .containsExactly("1/0", "1/1", "1/2", "1/3", "2/0", "2/1");
    assertThat(seen).hasSize(8);
    assertThat(follower.round()).isFalse();
    seal(two, 3, 3);
    assertThat(follower.round()).isTrue();
    assertThat(seen).hasSize(9);
    follower.close();
  }

  @Test
  void dealsWithEverythingBeforeTheEventThatCannotBeDealtWith() {
    List<Integer> done = new ArrayList<>();
    JournalFollower follower =
        follower(
            "a",
            100,
            (tx, events) -> {
              for (SealedEvent event : events) {
                if (tx.merchant().equals(one.merchant) && event.event().version() == 4 && done.size() < 10) {
                  throw new IllegalStateException("poison");
                }
              }
              tx.afterCommit(() -> events.forEach(event -> done.add(event.event().version())));
            });
    seal(one, 1, 6);
    for (int i = 0; i < 5; i++) {
      follower.round();
    }
    assertThat(done).containsExactly(1, 2, 3);
    seal(two, 1, 7);
    follower.round();
    assertThat(done).containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 7); // the other merchant goes on

    follower.round(); // and the poison is gone
    assertThat(done.subList(10, 13)).containsExactly(4, 5, 6);
    follower.close();
  }

  @Test
  void leavesTheWorkToOneProcessUntilItCloses() {
    List<String> seen = new ArrayList<>();
    JournalFollower first = follower("a", 10, (tx, events) -> seen.add("first"));
    JournalFollower second = follower("b", 10, (tx, events) -> seen.add("second"));
    seal(one, 1, 2);
    first.round();
    seal(one, 3, 4);
    assertThat(second.round()).isFalse();
    first.close();
    assertThat(second.round()).isTrue();

    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void looksForNewsAsQuicklyHoweverManyBlocksThereAre() {
    JournalFollower follower = follower("a", 100, (tx, events) -> {});
    seal(one, 1, 3);
    follower.round();
    one.sql(MANY_BLOCKS).update();
    one.sql("UPDATE journal_reader SET block = 5000 WHERE merchant = :merchant").update();
    one.sql("ANALYZE journal_block").update();

    String plan =
        String.join(
            "\n",
            one.sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + JournalFollower.WITH_NEWS)
                .param("reader", "test")
                .query(String.class)
                .list());
    Matcher pages = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
    assertThat(pages.find()).as(plan).isTrue();
    assertThat(Integer.parseInt(pages.group(1))).as(plan).isLessThan(30);
    follower.close();
  }

  @Test
  void isWokenByTheSignal() throws InterruptedException {
    LinkedBlockingQueue<Integer> versions = new LinkedBlockingQueue<>();
    try (JournalSignal signal = new JournalSignal(db.dataSource())) {
      signal.start();
      JournalFollower follower =
          new JournalFollower(
              db.dataSource(),
              one.time,
              signal,
              new JournalFollower.Name("test", "a", Duration.ofSeconds(30), 10, Duration.ofHours(1)),
              (tx, events) -> events.forEach(event -> versions.add(event.event().version())));
      follower.start();
      for (int version = 1; version <= 10; version++) {
        seal(one, version, version);
        assertThat(versions.poll(30, TimeUnit.SECONDS)).isEqualTo(version);
      }
      follower.close();
    }
  }

  @Test
  void stopsWithItsSignal() throws InterruptedException {
    JournalFollower follower = follower("a", 10, (tx, events) -> {});
    follower.start();
    silent.close();
    Thread closing = Thread.ofVirtual().start(follower::close);

    assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
  }

  private JournalFollower follower(String holder, int eventsMax, JournalFollower.Effect effect) {
    JournalFollower.Name name =
        new JournalFollower.Name("test", holder, Duration.ofSeconds(30), eventsMax, Duration.ofSeconds(1));
    return new JournalFollower(db.dataSource(), one.time, silent, name, effect);
  }

  private static void seal(Fixture fixture, int from, int to) {
    fixture.commitVersions("a", from, to);
    assertThat(fixture.sealer("one").sealOnce(fixture.merchant)).isInstanceOf(Sealer.Outcome.Sealed.class);
  }
}
