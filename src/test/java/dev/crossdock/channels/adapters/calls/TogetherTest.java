package dev.crossdock.channels.adapters.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private static final Instant LATER = Instant.parse("2026-11-21T10:00:00Z");

  private final List<Integer> items = IntStream.range(0, 40).boxed().toList();

  @Test
  void makesSoManyAtOnceAndKeepsTheirOrder() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(4);
    List<Integer> doubled =
        Together.all(
            4,
            items,
            item -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              all.countDown();
              awaited(all);
              running.decrementAndGet();
              return 2 * item;
            });

    assertThat(doubled).isEqualTo(items.stream().map(item -> 2 * item).toList());
    assertThat(most).hasValue(4);
  }

  @Test
  void beginsNoFurtherCallWhenOneBroke() {
    AtomicReference<Thread> breaking = new AtomicReference<>();
    List<Together.Came<Integer>> came =
        Together.each(
            2,
            items,
            () -> true,
            item -> {
              if (item == 1) {
                breaking.set(Thread.currentThread());
                throw Halt.later(LATER, "busy");
              }
              ended(breaking);
              return item;
            });

    assertThat(came.get(0)).isInstanceOf(Together.Made.class);
    assertThat(came.get(1))
        .isInstanceOfSatisfying(Together.Broken.class, each -> assertThat(each.halt().until()).contains(LATER));
    assertThat(came.subList(2, items.size())).allMatch(Together.Left.class::isInstance);
  }

  @Test
  void leavesTheRestWhenTheTimeIsOver() {
    List<Together.Came<Integer>> came = Together.each(3, items, () -> false, item -> item);

    assertThat(came.subList(0, 3)).allMatch(Together.Made.class::isInstance);
    assertThat(came.subList(3, 40)).allMatch(Together.Left.class::isInstance);
  }

  @Test
  void whatNobodyExpectedComesOutAsItIs() {
    assertThatThrownBy(() -> Together.all(3, items, item -> item / (item - 5)))
        .isInstanceOf(ArithmeticException.class);
  }

  /** Returns when the one that broke has said so. */
  private static void ended(AtomicReference<Thread> breaking) {
    while (breaking.get() == null) {
      Thread.onSpinWait();
    }
    try {
      breaking.get().join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
