package dev.crossdock.killpoints;

import dev.crossdock.killpoints.KillPoint.Side;
import dev.crossdock.platform.nodes.SchemaUpgrade;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The other process when nothing is bought: it upgrades the schema or erases people, and dies on the way. */
final class DoomedKeeper {

  private static final int ERASED_MAX = 1_000;
  /** Nobody else takes ids from there. */
  private static final long IDS = 3_000;

  /** A step of upkeep at which it dies, known by its statement. */
  enum Step {
    MIGRATION("create table routing_backtest ("),
    /** It is noted that a migration was done. */
    MIGRATION_NOTED("insert into \"public\".\"flyway_schema_history\""),
    ERASURE("set content = null, search = null"),
    /** The journal is told whose data went. */
    ERASURE_TOLD("copy journal ");

    private final String statement;

    Step(String statement) {
      this.statement = statement;
    }

    boolean isUpgrade() {
      return switch (this) {
        case MIGRATION, MIGRATION_NOTED -> true;
        case ERASURE, ERASURE_TOLD -> false;
      };
    }
  }

  private DoomedKeeper() {}

  /** Takes the database, its user and password, a folder, the step, its side, and the time. */
  public static void main(String[] arguments) {
    Step step = Step.valueOf(arguments[4]);
    Side side = Side.valueOf(arguments[5]);
    Predicate<String> point = sql -> KillPoint.plain(sql).contains(step.statement.toLowerCase(Locale.ROOT));
    DataSource source = DeadlySource.of(arguments, point, side);
    if (step.isUpgrade()) {
      upgrade(source);
    } else {
      House house = new House(source, Path.of(arguments[3]), Doomed.NODE, Instant.parse(arguments[6]), IDS);
      house.write(tx -> house.assembly().erasure().eraseDue(tx, ERASED_MAX));
    }
    System.exit(0);
  }

  /** As the server does when it starts. */
  static void upgrade(DataSource source) {
    new SchemaUpgrade().migrate(flyway(source));
  }

  static Flyway flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .initSql("set lock_timeout = '2s'")
        .load();
  }
}
