package dev.crossdock.platform.jobs;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that a process has taken; the rows are the scheduler's. */
final class PickedStore {

  /** The scheduler's own writes name the version, so that a run that ends after all changes nothing any more. */
  private static final String TAKE_BACK =
      """
      update scheduled_tasks
      set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
      where picked and picked_by = :holder
      """;

  private final JdbcClient client;

  PickedStore(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  int takeBack(String holder) {
    return client.sql(TAKE_BACK).param("holder", holder).update();
  }
}
