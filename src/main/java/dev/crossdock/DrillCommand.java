package dev.crossdock;

import dev.crossdock.platform.postgres.EmbeddedPostgres;
import dev.crossdock.platform.postgres.PostgresAddress;
import dev.crossdock.platform.postgres.PostgresSettings;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.sandbox.drills.Drills;
import dev.crossdock.sandbox.drills.intake.Databases;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs an acceptance drill, on a throw-away installation unless another one is named. */
final class DrillCommand {

  private DrillCommand() {}

  static int run(List<String> arguments, PrintStream out) {
    return Drills.run(arguments, System.getenv(), out, new SystemTime(), new Embedded());
  }

  private static final class Embedded implements Databases {

    @Override
    public Database of(Path data) {
      try {
        PostgresAddress found =
            PostgresAddress.of(data).orElseThrow(() -> new IllegalStateException("there is no database in " + data));
        return new Database(found.jdbcUrl(), found.user(), found.password());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Running start(Path data) {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.kept(data));
      return new Running() {

        @Override
        public Database database() {
          return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
        }

        @Override
        public void close() {
          postgres.close();
        }
      };
    }
  }
}
