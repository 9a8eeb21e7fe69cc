package dev.crossdock;

import dev.crossdock.platform.jobs.Jobs;
import org.springframework.context.SmartLifecycle;

/** Starts the pipeline when everything stands, and ends it before the web server is gone: first in, first out. */
final class Running implements SmartLifecycle {

  /** One worker a core is enough: a batch keeps a core and a connection busy by itself. */
  private static final int INTAKE_WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Assembly house;
  private final Housekeeping housekeeping;
  private final Jobs jobs;
  private volatile boolean running;

  Running(Assembly house, Housekeeping housekeeping, Jobs jobs) {
    this.house = house;
    this.housekeeping = housekeeping;
    this.jobs = jobs;
  }

  @Override
  public void start() {
    house.pipeline().start(INTAKE_WORKERS);
    house.documents().importWorker().start();
    house.pushing().rounds().start();
    housekeeping.begin(jobs);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    jobs.close();
    house.pushing().rounds().close();
    house.documents().importWorker().close();
    house.pipeline().close();
    house.inbox().close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server begins to answer, and stopped after it has ended. */
  @Override
  public int getPhase() {
    return 0;
  }
}
