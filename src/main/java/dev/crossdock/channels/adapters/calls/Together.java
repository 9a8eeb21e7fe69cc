package dev.crossdock.channels.adapters.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Calls that a channel takes at the same time. When one of them can't be made, no further one begins. */
public final class Together {

  private Together() {}

  /** What came of one of them. */
  public sealed interface Came<R> {}

  /** It was made. */
  public record Made<R>(R result) implements Came<R> {}

  /** It could not be made, or not to its end. */
  public record Broken<R>(Halt halt) implements Came<R> {}

  /** It never began, because another broke or the time was over. */
  public record Left<R>() implements Came<R> {}

  /**
   * Makes a call for each, in their order, so many at once; what came of each, in their order. The first ones are made
   * in any case.
   *
   * @param timeLeft asked before each later one, on any thread
   */
  public static <T, R> List<Came<R>> each(
      int atOnce, List<T> items, BooleanSupplier timeLeft, Function<T, R> call) {
    AtomicReferenceArray<Came<R>> came = new AtomicReferenceArray<>(items.size());
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean broken = new AtomicBoolean();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            if (i >= atOnce && (broken.get() || !timeLeft.getAsBoolean())) {
              return;
            }
            try {
              came.set(i, new Made<>(call.apply(items.get(i))));
            } catch (Halt halt) {
              broken.set(true);
              came.set(i, new Broken<>(halt));
            } catch (RuntimeException | Error e) {
              broken.set(true);
              throw e;
            }
          }
        };
    run(Math.min(atOnce, items.size()), worker);
    List<Came<R>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Came<R> one = came.get(i);
      all.add(one == null ? new Left<>() : one);
    }
    return all;
  }

  /** All of them; the first that could not be made ends the conversation. */
  public static <T, R> List<R> all(int atOnce, List<T> items, Function<T, R> call) {
    List<R> results = new ArrayList<>();
    List<Came<R>> came = each(atOnce, items, () -> true, call);
    for (Came<R> one : came) {
      if (one instanceof Broken<R>(Halt halt)) {
        throw halt;
      }
    }
    for (Came<R> one : came) {
      if (one instanceof Made<R>(R result)) {
        results.add(result);
      }
    }
    return results;
  }

  /** A single one needs no thread of its own. */
  private static void run(int workers, Runnable worker) {
    if (workers <= 1) {
      worker.run();
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < workers; n++) {
        running.add(threads.submit(worker));
      }
    }
    for (Future<?> each : running) {
      if (each.state() == Future.State.FAILED) {
        throw rethrown(each.exceptionNow());
      }
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
