package dev.crossdock.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timers kept in a real database. */
class JobsTest {

  private static final Duration SOON = Duration.ofMillis(50);
  /** Long enough for a second order before the first is done and forgotten. */
  private static final Duration ORDERED_BY_BOTH = Duration.ofSeconds(2);

  @RegisterExtension
  final Db db = Db.fresh();

  private final InstantSource time = new SystemTime();
  private int nodes;

  @Test
  void runsAgainAndAgainEvenAfterAFailure() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    try (Jobs jobs = jobs()) {
      jobs.every(
          "tick",
          Duration.ofMillis(20),
          () -> {
            runs.countDown();
            if (runs.getCount() == 2) {
              throw new IllegalStateException("the first run fails on purpose");
            }
          });
      jobs.start();

      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void runsAnOrderedJobOnceWithItsData() throws Exception {
    BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    try (Jobs first = jobs(); Jobs second = jobs()) {
      for (Jobs jobs : new Jobs[] {first, second}) {
        jobs.once("greet", ran::add);
        jobs.start();
      }
      for (int n = 0; n < 20; n++) {
        Instant due = time.instant().plus(ORDERED_BY_BOTH);
        first.order("greet", "key-" + n, "hello " + n, due);
        second.order("greet", "key-" + n, "never", due);
      }
      for (int n = 0; n < 20; n++) {
        assertThat(ran.poll(30, TimeUnit.SECONDS)).startsWith("hello");
      }
    }
    assertThat(ran).isEmpty();
    assertThat(left()).isZero();
  }

  @Test
  void repeatsAnOrderedJobUntilItSucceeds() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    try (Jobs jobs = jobs()) {
      jobs.once(
          "stubborn",
          data -> {
            if (tries.incrementAndGet() == 1) {
              throw new IllegalStateException("the first try fails on purpose");
            }
            done.countDown();
          });
      jobs.start();
      jobs.order("stubborn", "k", "", time.instant());

      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void refusesJobsThatNobodyKnowsAndLateRegistrations() {
    try (Jobs jobs = jobs()) {
      jobs.once("known", data -> {});
      assertThatThrownBy(() -> jobs.order("known", "k", "", time.instant())).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> jobs.once("known", data -> {})).isInstanceOf(IllegalArgumentException.class);
      jobs.start();

      assertThatThrownBy(() -> jobs.order("other", "k", "", time.instant())).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> jobs.every("late", SOON, () -> {})).isInstanceOf(IllegalStateException.class);
    }
  }

  private Jobs jobs() {
    return new Jobs(db.dataSource(), time, SOON, "node-" + nodes++);
  }

  private long left() {
    return JdbcClient.create(db.dataSource()).sql("select count(*) from scheduled_tasks").query(Long.class).single();
  }
}
