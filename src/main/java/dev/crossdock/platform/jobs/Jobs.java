package dev.crossdock.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Timers that are kept in the database: each run is taken by one process, and taken over by another when that one dies.
 * A run may happen twice after a crash, so whatever it does must bear being repeated. Everything is registered before
 * {@link #start}.
 */
public final class Jobs implements AutoCloseable {

  private static final String RUNS = "crossdock.job.runs";
  private static final int THREADS = 3;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration SHUTDOWN_MAX = Duration.ofSeconds(10);

  private final DataSource dataSource;
  private final InstantSource time;
  private final Duration pollEvery;
  private final String node;
  private final PickedStore picked;
  private final List<RecurringTask<Void>> recurring = new ArrayList<>();
  private final Map<String, OneTimeTask<String>> once = new HashMap<>();
  private @Nullable Scheduler scheduler;

  /**
   * Nothing runs before {@link #start}.
   *
   * @param pollEvery how often to look for what is due
   * @param node the name of this process among all that work on one database
   */
  public Jobs(DataSource dataSource, InstantSource time, Duration pollEvery, String node) {
    this.dataSource = dataSource;
    this.time = time;
    this.pollEvery = pollEvery;
    this.node = node;
    this.picked = new PickedStore(dataSource);
  }

  /** Runs the work again and again, the pause counted from the end of one run to the start of the next. */
  public void every(String name, Duration pause, Runnable work) {
    refuseWhenStarted();
    recurring.add(
        Tasks.recurring(name, Schedules.fixedDelay(pause))
            .execute((instance, context) -> counted(name, work)));
  }

  /** Runs the work each day at this time, UTC. */
  public void daily(String name, LocalTime at, Runnable work) {
    refuseWhenStarted();
    recurring.add(
        Tasks.recurring(name, Schedules.daily(ZoneOffset.UTC, at))
            .execute((instance, context) -> counted(name, work)));
  }

  /** Says what a job of this name does; it is repeated, ever more slowly, until it succeeds. */
  public void once(String name, Consumer<String> work) {
    refuseWhenStarted();
    OneTimeTask<String> task =
        Tasks.oneTime(name, String.class)
            .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
            .execute((instance, context) -> work.accept(instance.getData()));
    if (once.put(name, task) != null) {
      throw new IllegalArgumentException("two jobs are called " + name);
    }
  }

  /**
   * Orders one run; without effect when this job is ordered for this key already. It is written at once, apart from any
   * open transaction.
   */
  public void order(String name, String key, String data, Instant at) {
    OneTimeTask<String> task = once.get(name);
    if (scheduler == null || task == null) {
      throw new IllegalStateException("no job is called " + name + ", or the jobs are not started");
    }
    scheduler.scheduleIfNotExists(task.instance(key, data), at);
  }

  /** Lets what a process had begun that is gone be begun again at once; how much that is. */
  public int takeBack(String silent) {
    int back = picked.takeBack(silent);
    if (back > 0 && scheduler != null) {
      scheduler.triggerCheckForDueExecutions();
    }
    return back;
  }

  /** Starts looking for what is due, what this node had begun before it was killed among it. */
  public void start() {
    refuseWhenStarted();
    takeBack(node);
    List<Task<?>> known = new ArrayList<>(once.values());
    scheduler =
        Scheduler.create(dataSource, known)
            .startTasks(recurring)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(THREADS)
            .pollingInterval(pollEvery)
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(SHUTDOWN_MAX)
            .serializer(new TextSerializer())
            .alwaysPersistTimestampInUTC()
            .pollUsingLockAndFetch(0.5, 1.0)
            .clock(time::instant)
            .build();
    scheduler.start();
  }

  /** Ends: waits for what runs, leaves the rest to the next start. */
  @Override
  public void close() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /** So that the runs of all nodes together can be seen. */
  private static void counted(String name, Runnable work) {
    Metrics.counter(RUNS, "job", name).increment();
    work.run();
  }

  private void refuseWhenStarted() {
    if (scheduler != null) {
      throw new IllegalStateException("the jobs are started already");
    }
  }
}
