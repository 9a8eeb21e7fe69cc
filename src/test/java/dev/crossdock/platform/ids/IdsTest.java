package dev.crossdock.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

  private final AtomicLong millis = new AtomicLong(NOON);
  private final Ids ids = new Ids(time(), new Random(1));

  @Test
  void areUuidsOfVersionSevenThatTellTheirMillisecond() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON);
  }

  @Test
  void keepVersionAndVariantWhateverTheRandomBits() {
    Ids ones = new Ids(time(), () -> -1L);
    Ids zeros = new Ids(time(), () -> 0L);
    for (int i = 0; i < 10_000; i++) {
      assertThat(List.of(ones.next(), zeros.next())).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }
  }

  @Test
  void riseWithinAMillisecondAndBeyondItsCounter() {
    assertRising(draw(10_000)); // more than the 4,096 of one millisecond
  }

  @Test
  void riseWithTheClock() {
    List<UUID> drawn = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      drawn.add(ids.next());
      millis.addAndGet(i % 3);
    }
    assertRising(drawn);
    assertThat(drawn.getLast().getMostSignificantBits() >>> 16).isGreaterThan(NOON + 900);
  }

  @Test
  void riseWhenTheClockIsSetBack() {
    List<UUID> drawn = draw(10);
    millis.addAndGet(-3_600_000);
    drawn.addAll(draw(10));
    millis.addAndGet(7_200_000);
    drawn.addAll(draw(10));

    assertRising(drawn);
  }

  @Test
  void areNeverGivenTwiceToManyThreads() throws InterruptedException {
    ConcurrentLinkedQueue<List<UUID>> drawn = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      threads.add(Thread.ofPlatform().start(() -> drawn.add(draw(5_000))));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    drawn.forEach(IdsTest::assertRising);
    assertThat(drawn.stream().flatMap(List::stream).distinct()).hasSize(40_000);
  }

  @Test
  void sortInPostgresAsTheyWereDrawn() {
    List<String> texts = new ArrayList<>(draw(5_000).stream().map(UUID::toString).toList());
    List<String> drawn = List.copyOf(texts);
    Collections.sort(texts); // uuid compares its bytes, which is what its lower-case hex digits do

    assertThat(texts).isEqualTo(drawn);
  }

  private List<UUID> draw(int count) {
    List<UUID> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(ids.next());
    }
    return drawn;
  }

  private static void assertRising(List<UUID> drawn) {
    for (int i = 1; i < drawn.size(); i++) {
      assertThat(drawn.get(i)).isGreaterThan(drawn.get(i - 1));
    }
  }

  private InstantSource time() {
    return () -> Instant.ofEpochMilli(millis.get());
  }
}
