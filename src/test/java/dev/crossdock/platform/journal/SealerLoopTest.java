package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SealerLoopTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension final Db db = Db.fresh();

  private final Fixture fixture = new Fixture(db);
  private final Fixture other = new Fixture(db);

  @Test
  void sealsForEveryMerchantUntilNothingIsLeft() {
    SealerLoop loop = loop(SealerLoop.Pauses.USUAL, null);
    fixture.commit(fixture.entry("a", 1));
    other.commit(fixture.entry("a", 1));
    for (int version = 2; version <= 250; version++) {
      fixture.commit(fixture.entry("a", version));
    }

    assertThat(loop.round()).isTrue();
    assertThat(fixture.count("journal_pending")).isZero();
    assertThat(fixture.count("journal_block")).isEqualTo(3);
    assertThat(other.count("journal_block")).isEqualTo(1);
    assertThat(loop.round()).isFalse();
    loop.close();
  }

  @Test
  void isWokenByACommitOfThisProcess() throws InterruptedException {
    SealerLoop.Pauses sleepy = new SealerLoop.Pauses(Duration.ofMillis(1), Duration.ofHours(1));
    try (SealerLoop loop = loop(sleepy, null);
        JournalSignal signal = new JournalSignal(db.dataSource())) {
      signal.start();
      signal.await(0, LONG);
      loop.start();
      Journal journal = new Journal(fixture.ids, loop::wake);
      for (int version = 1; version <= 20; version++) {
        JournalEntry entry = fixture.entry("a", version);
        long ticket = signal.ticket();
        fixture.door.run(fixture.merchant, Fixture.CAUSE, tx -> journal.append(tx, List.of(entry)));
        assertThat(signal.await(ticket, LONG)).isTrue();
      }
    }
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void findsWhatOtherProcessesCommit() throws InterruptedException {
    try (SealerLoop loop = loop(SealerLoop.Pauses.USUAL, null);
        JournalSignal signal = new JournalSignal(db.dataSource())) {
      signal.start();
      signal.await(0, LONG);
      loop.start();
      long ticket = signal.ticket();
      fixture.commit(fixture.entry("a", 1));
      assertThat(signal.await(ticket, LONG)).isTrue();
    }
  }

  @Test
  void doesNotLetOneMerchantsTroubleStopTheOthers() {
    fixture.commit(fixture.entry("a", 1));
    other.commit(fixture.entry("a", 1));
    fixture.allowTampering();
    fixture.sql("DELETE FROM journal WHERE merchant = :merchant").update();
    SealerLoop loop = loop(SealerLoop.Pauses.USUAL, null);

    assertThat(loop.round()).isTrue();
    assertThat(other.count("journal_block")).isEqualTo(1);
    assertThat(fixture.count("journal_block")).isZero();
  }

  @Test
  void goesOnWhenTheDatabaseIsAwayForAWhile() {
    SealerLoop loop = loop(SealerLoop.Pauses.USUAL, null);
    fixture.commit(fixture.entry("a", 1));
    fixture.sql("ALTER TABLE journal_pending RENAME TO elsewhere").update();
    assertThat(loop.round()).isFalse();
    fixture.sql("ALTER TABLE elsewhere RENAME TO journal_pending").update();

    assertThat(loop.round()).isTrue();
  }

  @Test
  void givesUpItsLeasesAndKeepsTheHeadWhenClosed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("anchors");
    SealerLoop loop = loop(SealerLoop.Pauses.USUAL, new AnchorFile(file));
    fixture.commit(fixture.entry("a", 1));
    loop.round();
    fixture.commit(fixture.entry("a", 2));
    loop.round();
    assertThat(AnchorFile.read(file).values()).extracting(JournalHead::block).containsExactly(1L);
    loop.close();

    JournalHead head = fixture.door.read(fixture.merchant, SealerStore::head);
    assertThat(AnchorFile.read(file).values()).containsExactly(head);
    fixture.commit(fixture.entry("a", 3));
    assertThat(fixture.sealer("two").sealOnce(fixture.merchant)).isInstanceOf(Sealer.Outcome.Sealed.class);
  }

  private SealerLoop loop(SealerLoop.Pauses pauses, @Nullable AnchorFile anchors) {
    return new SealerLoop(db.dataSource(), fixture.sealer("one"), pauses, anchors);
  }
}
