package dev.crossdock;

import dev.crossdock.cli.StartRefused;
import dev.crossdock.platform.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/** Looks, before anything is started, whether what the settings name can be used, and says in one line what can't. */
final class StartCheck {

  private static final int POSTGRES_OLDEST = 15;
  private static final String CONNECT_SECONDS = "10";
  /** cannot_connect_now: after a crash a server recovers before it takes connections. */
  private static final String STARTING = "57P03";
  private static final Duration STARTING_MAX = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private StartCheck() {}

  /**
   * Returns when everything can be used.
   *
   * @throws StartRefused with a line for the operator
   */
  static void run(Settings settings) {
    port(settings);
    data(settings.data());
    Settings.Database database = settings.database();
    if (database != null) {
      database(database);
    }
  }

  private static void port(Settings settings) {
    InetAddress address = address(settings.bind());
    if (settings.port() == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, settings.port()));
    } catch (IOException e) {
      throw new StartRefused(
          "Port " + settings.port() + " can't be listened on (" + e.getMessage() + "); give another with --port.");
    }
  }

  private static InetAddress address(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new StartRefused("There is no address " + bind + " on this machine; give another with --bind.");
    }
  }

  private static void data(Path data) {
    try {
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, "start", ".check"));
    } catch (FileAlreadyExistsException e) {
      throw new StartRefused(data + " is no directory; give another with --data.");
    } catch (IOException e) {
      throw new StartRefused("Nothing can be written in " + data + "; give a directory of yours with --data.");
    }
  }

  /** The server is asked as the application will ask it; one that is only just starting is waited for. */
  static void database(Settings.Database database) {
    Properties properties = Driver.parseURL(database.jdbcUrl(), new Properties());
    if (properties == null) {
      throw new StartRefused("db-url can't be read; it must look like jdbc:postgresql://host:5432/database");
    }
    Properties asked = new Properties();
    asked.setProperty("loginTimeout", CONNECT_SECONDS);
    asked.setProperty("connectTimeout", CONNECT_SECONDS);
    if (database.user() != null) {
      asked.setProperty("user", database.user());
    }
    if (database.password() != null) {
      asked.setProperty("password", database.password());
    }
    long begin = System.nanoTime();
    for (Optional<SQLException> failure = ask(database, asked);
        failure.isPresent();
        failure = ask(database, asked)) {
      boolean isStarting = STARTING.equals(failure.get().getSQLState());
      if (!isStarting || System.nanoTime() - begin > STARTING_MAX.toNanos()) {
        throw new StartRefused(sentence(failure.get(), properties));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Why the server did not answer; empty when it did. */
  private static Optional<SQLException> ask(Settings.Database database, Properties asked) {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), asked)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < POSTGRES_OLDEST) {
        throw new StartRefused(
            "The database is PostgreSQL " + version + "; " + POSTGRES_OLDEST + " or newer is needed.");
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  /** By SQLSTATE. The address itself is not told, since it may hold a password. */
  private static String sentence(SQLException e, Properties url) {
    String place = url.getProperty("PGHOST", "localhost") + ":" + url.getProperty("PGPORT", "5432");
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "The database at " + place + " refuses this user and password: check db-user and CROSSDOCK_DB_PASSWORD.";
    }
    if (state.equals("3D000")) {
      return "There is no database " + url.getProperty("PGDBNAME", "") + " at " + place + "; create it first.";
    }
    if (state.startsWith("08")) {
      return "No PostgreSQL answers at " + place + ": check db-url.";
    }
    return "The database at " + place + " can't be used (SQLSTATE " + state + "): check db-url.";
  }
}
