package dev.crossdock;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.platform.checks.Check;
import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Merchants;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.platform.postgres.EmbeddedPostgres;
import dev.crossdock.platform.postgres.PostgresAddress;
import dev.crossdock.platform.postgres.PostgresSettings;
import dev.crossdock.platform.time.SystemTime;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Proves the invariants of an installation, whether a server runs there or not. */
final class CheckCommand {

  private static final int SHOWN_MAX = 50;

  private CheckCommand() {}

  static int run(Settings settings, PrintStream out) {
    // Whoever asks wants the answer, and nothing of how it was come by.
    LoggingSystem.get(CheckCommand.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    Settings.Database external = settings.database();
    if (external != null) {
      StartCheck.database(external);
      return check(external.jdbcUrl(), external.user(), external.password(), settings.data(), out);
    }
    if (!Files.isDirectory(settings.data())) {
      out.println("There is no installation in " + settings.data() + ".");
      return 2;
    }
    Optional<PostgresAddress> live = live(settings.data());
    if (live.isPresent()) {
      return check(live.get().jdbcUrl(), live.get().user(), live.get().password(), settings.data(), out);
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.kept(settings.data()))) {
      return check(postgres.jdbcUrl(), postgres.user(), postgres.password(), settings.data(), out);
    }
  }

  /** The address of a server that runs on the directory now, whoever started it. */
  private static Optional<PostgresAddress> live(Path data) {
    try {
      return PostgresAddress.of(data).filter(CheckCommand::answers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data, e);
    }
  }

  private static boolean answers(PostgresAddress address) {
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static int check(
      String url, @Nullable String user, @Nullable String password, Path data, PrintStream out) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(2);
    try (HikariDataSource dataSource = new HikariDataSource(config)) {
      SystemTime time = new SystemTime();
      List<Check> checks =
          AllChecks.of(dataSource, new Door(dataSource, time), new Ids(time, new SecureRandom()), data);
      List<Violation> violations = new ArrayList<>();
      for (Merchant merchant : Merchants.all(dataSource)) {
        for (Check check : checks) {
          Check.Report report = check.run(merchant);
          violations.addAll(report.violations());
          out.println(report.sentence());
        }
      }
      violations.stream().limit(SHOWN_MAX).forEach(violation -> out.println("  " + violation));
      if (violations.size() > SHOWN_MAX) {
        out.println("  … and " + (violations.size() - SHOWN_MAX) + " more");
      }
      out.println(violations.isEmpty() ? "Everything adds up." : violations.size() + " violations.");
      return violations.isEmpty() ? 0 : 1;
    }
  }
}
