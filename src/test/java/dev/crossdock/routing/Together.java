package dev.crossdock.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several at once, begun at the same moment. */
final class Together {

  private Together() {}

  /** What one of them does. */
  interface Work {
    void run() throws Exception;
  }

  /** Until all have ended; the first failure is thrown. */
  static void run(List<Work> all) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      List<Future<?>> running = new ArrayList<>();
      for (Work one : all) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  one.run();
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> each : running) {
        each.get(120, TimeUnit.SECONDS);
      }
    }
  }
}
