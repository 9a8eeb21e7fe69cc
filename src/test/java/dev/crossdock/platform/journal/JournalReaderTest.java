package dev.crossdock.platform.journal;

import static dev.crossdock.platform.journal.Fixture.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.JournalReader.Interest;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalReaderTest {

  @RegisterExtension static final Db db = Db.fresh();

  private final Fixture fixture = new Fixture(db);
  private final Sealer sealer = fixture.sealer("one");

  @Test
  void givesNothingBeforeItIsSealed() {
    fixture.commit(fixture.entry("a", 1));
    JournalReader reader = fixture.reader("test", "one");

    assertThat(reader.poll(10)).isEmpty();
    sealer.sealOnce(fixture.merchant);
    assertThat(reader.poll(10)).hasSize(1);
  }

  @Test
  void givesTheSameAgainUntilTheCursorMoves() {
    fixture.commitVersions("a", 1, 5);
    sealer.sealOnce(fixture.merchant);
    JournalReader reader = fixture.reader("test", "one");

    assertThat(versions(reader.poll(2))).containsExactly(1, 2);
    assertThat(versions(reader.poll(2))).containsExactly(1, 2);
    fixture.commit(reader, new JournalPosition(1, 0));
    assertThat(versions(reader.poll(2))).containsExactly(2, 3);
  }

  @Test
  void walksThroughBlocksAndTransactionsInAnyStep() {
    Random random = new Random(3);
    int version = 0;
    for (int block = 0; block < 40; block++) {
      for (int batch = random.nextInt(4); batch >= 0; batch--) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
          entries.add(fixture.entry("a", ++version));
        }
        fixture.commit(entries.toArray(new JournalEntry[0]));
      }
      sealer.sealOnce(fixture.merchant);
    }
    for (int limit : List.of(1, 2, 3, 7, 50, 10_000)) {
      List<SealedEvent> all = fixture.drain(fixture.reader("by-" + limit, "one"), limit);
      assertThat(versions(all)).as("limit %d", limit).hasSize(version).isSorted();
      assertThat(all).extracting(SealedEvent::position).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void passesOverWhatIsOfNoInterestAndMovesOn() {
    fixture.commit(fixture.entry("a", 1), told("a", 2, "thing.told"));
    fixture.commitVersions("a", 3, 6);
    fixture.commit(told("a", 7, "thing.told"));
    sealer.sealOnce(fixture.merchant);
    JournalReader reader = fixture.reader("test", "one");
    Interest interest = Interest.only(Set.of("thing.told"));

    JournalReader.Polled first = reader.poll(3, interest);
    assertThat(versions(first.events())).containsExactly(2);
    assertThat(first.upTo()).isEqualTo(new JournalPosition(1, 2));
    fixture.commit(reader, new JournalPosition(1, 2));
    JournalReader.Polled second = reader.poll(2, interest);
    assertThat(second.events()).isEmpty();
    assertThat(second.upTo()).isEqualTo(new JournalPosition(1, 4));
    fixture.commit(reader, new JournalPosition(1, 4));
    assertThat(versions(reader.poll(10, interest).events())).containsExactly(7);
    fixture.commit(reader, new JournalPosition(1, 6));
    assertThat(reader.poll(10, interest).upTo()).isNull();
  }

  @Test
  void tellsOfSomeOnlyThatTheyHappened() {
    fixture.commit(fixture.entry("a", 1), told("a", 2, "thing.told"), told("a", 3, "thing.ignored"));
    sealer.sealOnce(fixture.merchant);
    Interest interest = Interest.except(Set.of("thing.ignored"), Set.of("thing.told"));

    assertThat(fixture.reader("test", "one").poll(10, interest).events())
        .extracting(sealed -> sealed.event().type() + " " + sealed.event().payload())
        .containsExactly("thing.changed {\"version\":1}", "thing.told {}");
  }

  private JournalEntry told(String stream, int version, String type) {
    return new JournalEntry(stream, version, type, fixture.time.instant(), "{\"told\":true}");
  }

  @Test
  void goesOnWhereItStoodAfterARestart() {
    fixture.commitVersions("a", 1, 6);
    sealer.sealOnce(fixture.merchant);
    JournalReader before = fixture.reader("test", "one");
    fixture.pollAndCommit(before, 4);
    before.poll(2);

    JournalReader after = fixture.reader("test", "one");
    assertThat(versions(fixture.drain(after, 10))).containsExactly(5, 6);
  }

  @Test
  void movesWithTheEffectOrNotAtAll() {
    fixture.commitVersions("a", 1, 3);
    sealer.sealOnce(fixture.merchant);
    JournalReader reader = fixture.reader("test", "one");
    List<SealedEvent> events = reader.poll(10);

    assertThatThrownBy(
            () ->
                fixture.door.run(
                    fixture.merchant,
                    CAUSE,
                    tx -> {
                      reader.commit(tx, events.getLast().position());
                      throw new IllegalStateException("the effect failed");
                    }))
        .hasMessage("the effect failed");
    assertThat(reader.poll(10)).isEqualTo(events);
  }

  @Test
  void followsIndependentlyOfOtherReaders() {
    fixture.commitVersions("a", 1, 3);
    sealer.sealOnce(fixture.merchant);
    JournalReader slow = fixture.reader("slow", "one");
    JournalReader quick = fixture.reader("quick", "one");

    assertThat(versions(fixture.drain(quick, 10))).containsExactly(1, 2, 3);
    assertThat(versions(fixture.pollAndCommit(slow, 1))).containsExactly(1);
    assertThat(fixture.drain(quick, 10)).isEmpty();
    assertThat(versions(fixture.drain(slow, 10))).containsExactly(2, 3);
  }

  @Test
  void readsInOneProcessAtATime() {
    fixture.commitVersions("a", 1, 4);
    sealer.sealOnce(fixture.merchant);
    JournalReader one = fixture.reader("test", "one");
    JournalReader two = fixture.reader("test", "two");
    assertThat(versions(one.poll(2))).containsExactly(1, 2);

    assertThat(two.poll(2)).isEmpty();
    one.release();
    assertThat(versions(two.poll(2))).containsExactly(1, 2);
    assertThat(one.poll(2)).isEmpty();
  }

  @Test
  void cannotMoveTheCursorAfterItsTurnWasTaken() {
    fixture.commitVersions("a", 1, 4);
    sealer.sealOnce(fixture.merchant);
    JournalReader frozen = fixture.reader("test", "one");
    List<SealedEvent> inHand = frozen.poll(2);
    fixture.time.pass(Duration.ofSeconds(31));
    JournalReader next = fixture.reader("test", "two");
    assertThat(versions(fixture.pollAndCommit(next, 1))).containsExactly(1);

    assertThatThrownBy(() -> fixture.commit(frozen, inHand.getLast().position()))
        .isInstanceOf(JournalReader.LostTurn.class);
    assertThat(frozen.poll(2)).isEmpty();
    assertThat(versions(fixture.drain(next, 10))).containsExactly(2, 3, 4);
  }

  @Test
  void keepsItsTurnByReading() {
    fixture.commitVersions("a", 1, 4);
    sealer.sealOnce(fixture.merchant);
    JournalReader one = fixture.reader("test", "one");
    JournalReader two = fixture.reader("test", "two");
    for (int i = 0; i < 10; i++) {
      assertThat(one.poll(1)).hasSize(1);
      assertThat(two.poll(1)).isEmpty();
      fixture.time.pass(Duration.ofSeconds(20));
    }
  }

  @Test
  void refusesToGoBackOrIntoAnotherMerchantsTransaction() {
    fixture.commitVersions("a", 1, 4);
    sealer.sealOnce(fixture.merchant);
    JournalReader reader = fixture.reader("test", "one");
    fixture.pollAndCommit(reader, 3);

    assertThatThrownBy(() -> fixture.commit(reader, new JournalPosition(1, 1)))
        .isInstanceOf(JournalReader.LostTurn.class);
    assertThatThrownBy(
            () -> fixture.door.run(new Merchant(2), CAUSE, tx -> reader.commit(tx, new JournalPosition(1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reader.poll(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesTheOrderOfCommitsWhenClocksDisagree() {
    Journal behind = new Journal(new Ids(() -> fixture.time.instant().minus(Duration.ofHours(1)), new Random(2)));
    JournalEntry first = fixture.entry("a", 1);
    fixture.commit(first);
    JournalEntry second = fixture.entry("a", 2);
    fixture.door.run(fixture.merchant, CAUSE, tx -> behind.append(tx, List.of(second)));
    sealer.sealOnce(fixture.merchant);

    List<SealedEvent> events = fixture.reader("test", "one").poll(10);
    assertThat(versions(events)).containsExactly(1, 2);
    assertThat(events.get(0).event().batch().toString()).isGreaterThan(events.get(1).event().batch().toString());
  }

  @Test
  void stopsWhereSealedEventsAreMissing() {
    try (Db own = Db.fresh()) {
      Fixture damaged = new Fixture(own);
      damaged.commitVersions("a", 1, 4);
      damaged.sealer("one").sealOnce(damaged.merchant);
      damaged.allowTampering();
      damaged.sql("DELETE FROM journal WHERE version = 3").update();

      assertThatThrownBy(() -> damaged.reader("test", "one").poll(10)).hasMessageContaining("journal damaged");
    }
  }

  private static List<Integer> versions(List<SealedEvent> events) {
    return events.stream().map(event -> event.event().version()).toList();
  }
}
