package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real PostgreSQL server that belongs to this process: made at the first start, kept in the data directory, and
 * stopped when this process ends in whatever way, {@code kill -9} included.
 *
 * <p>Listens on 127.0.0.1 only, on a port of its own choice, for one user with a generated password and one database.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** A fast shutdown writes what memory holds to the disk first. */
  private static final long STOP_WAIT_MS = 60_000;

  private final DirectoryLock lock;
  private final Supervisor supervisor;
  private final PostgresAddress address;

  private EmbeddedPostgres(DirectoryLock lock, Supervisor supervisor, PostgresAddress address) {
    this.lock = lock;
    this.supervisor = supervisor;
    this.address = address;
  }

  /**
   * Starts the cluster in the data directory and returns when it takes connections.
   *
   * @throws PostgresStartFailure when it can't run, with a message for the operator
   */
  public static EmbeddedPostgres start(PostgresSettings settings) {
    DataLayout layout = new DataLayout(settings.dataDirectory());
    try {
      createDataDirectory(layout.root());
      DirectoryLock lock = DirectoryLock.take(layout);
      try {
        return start(settings, layout, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PostgresStartFailure(
          "PostgreSQL could not be started in %s: %s".formatted(layout.root(), Failures.words(e)), e);
    }
  }

  private static EmbeddedPostgres start(PostgresSettings settings, DataLayout layout, DirectoryLock lock)
      throws IOException {
    Installation installation = Installation.choose(Binaries.unpacked(layout), layout);
    OldPostmaster.waitUntilGone(layout.cluster());
    String password = new Cluster(layout, settings, installation).prepare();
    Launch launch = new Launch(layout, installation);
    Supervisor supervisor = launch.run();
    PostgresAddress address = new PostgresAddress(launch.port(), ServerConfig.USER, password);
    try {
      address.requireConnection();
      PrivateFile.write(layout.portFile(), String.valueOf(launch.port()));
      return new EmbeddedPostgres(lock, supervisor, address);
    } catch (IOException | RuntimeException e) {
      supervisor.stop(STOP_WAIT_MS);
      throw e;
    }
  }

  private static void createDataDirectory(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new PostgresStartFailure(
          "The data directory %s is a file. Choose a folder, or a name that is not taken.".formatted(root));
    }
    Files.createDirectories(root);
    if (!Files.isWritable(root)) {
      throw new PostgresStartFailure("The data directory %s can't be written by user %s. Give it that right, or choose "
          .formatted(root, System.getProperty("user.name")) + "another data directory.");
    }
  }

  public String jdbcUrl() {
    return address.jdbcUrl();
  }

  public String user() {
    return address.user();
  }

  public String password() {
    return address.password();
  }

  public int port() {
    return address.port();
  }

  /** Stops the server after it has written everything to disk, and frees the data directory. */
  @Override
  public void close() {
    supervisor.stop(STOP_WAIT_MS);
    lock.close();
  }
}
