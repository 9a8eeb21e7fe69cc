package dev.crossdock.platform.db;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells who keeps PostgreSQL from cleaning away rows that nobody needs any more: a report, a backup or a forgotten
 * session whose transaction is still open. Each claim of waiting messages steps over such rows; with ten thousand of
 * them it takes four times as long. Of transactions of other users it only sees those that its user may see, which
 * takes the role {@code pg_monitor}.
 */
public final class VacuumHorizon implements MeterBinder {

  /** After which it is worth a line in the log. */
  public static final Duration LONG = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(VacuumHorizon.class);

  /**
   * Vacuum's own transactions are left out: they hold back nothing. Ages are by the clock of the database, which tells
   * when this statement itself began.
   */
  private static final String OLDEST =
      """
      select h.who, h.state, h.cure, extract(epoch from us.query_start - h.since) as seconds
      from (
        select concat('session ', pid, ' of ', usename, ' (' || nullif(application_name, '') || ')') as who,
          coalesce(state, backend_type) as state, concat('select pg_terminate_backend(', pid, ')') as cure,
          xact_start as since
        from pg_stat_activity
        where datname = current_database() and backend_type <> 'autovacuum worker' and pid <> pg_backend_pid()
          and (backend_xmin is not null or backend_xid is not null) and xact_start is not null
        union all
        select concat('transaction ', gid, ' of ', owner), 'prepared', 'rollback prepared ' || quote_literal(gid),
          prepared
        from pg_prepared_xacts
        where database = current_database()) h
      join pg_stat_activity us on us.pid = pg_backend_pid()
      order by h.since
      limit 1
      """;

  private final JdbcClient client;
  private final Duration patience;

  /**
   * Over a database.
   *
   * @param patience how old a transaction may become until {@link #warn} says so
   */
  public VacuumHorizon(DataSource dataSource, Duration patience) {
    this.client = JdbcClient.create(dataSource);
    this.patience = patience;
  }

  /**
   * The oldest transaction that holds back cleaning.
   *
   * @param who the session by its process in the database, its user and the name of its program
   * @param state as PostgreSQL has it: active, idle in transaction
   * @param cure the statement that ends it
   */
  record Holder(String who, String state, String cure, Duration age) {}

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossdock.database.horizon.seconds", this, VacuumHorizon::seconds)
        .description("age of the oldest transaction that keeps dead rows from being cleaned away; the log names it")
        .register(registry);
  }

  /** Says in the log who it is, when it has been for too long; whether it has. */
  public boolean warn() {
    Optional<Holder> late = oldest().filter(holder -> holder.age().compareTo(patience) >= 0);
    late.ifPresent(
        holder ->
            LOG.warn(
                "{} ({}) has kept dead rows from being cleaned away for {} s, so that claims of messages get slower;"
                    + " it is ended by: {}", holder.who(), holder.state(), holder.age().toSeconds(), holder.cure()));
    return late.isPresent();
  }

  Optional<Holder> oldest() {
    return client
        .sql(OLDEST)
        .query(
            (row, n) ->
                new Holder(
                    row.getString("who"), row.getString("state"), row.getString("cure"),
                    Duration.ofNanos(Math.max(0, Math.round(row.getDouble("seconds") * 1e9)))))
        .optional();
  }

  private double seconds() {
    return oldest().map(holder -> holder.age().toNanos() / 1e9).orElse(0.0);
  }
}
