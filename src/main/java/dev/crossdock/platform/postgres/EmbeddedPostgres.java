package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server that belongs to this process: made at the first start, kept in the data directory, started
 * again should it die, and stopped when this process ends in whatever way, {@code kill -9} included.
 *
 * <p>Listens on 127.0.0.1 only, on a port of its own choice, for one user with a generated password and one database.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /** A fast shutdown writes what memory holds to the disk first. */
  private static final long STOP_WAIT_MS = 60_000;

  private static final long RESTART_PAUSE_MS = 500;
  private static final long RESTART_PAUSE_MS_MAX = 30_000;

  private final DirectoryLock lock;
  private final Launch launch;
  private final PostgresAddress address;
  private Supervisor supervisor;
  private volatile boolean closed;

  private EmbeddedPostgres(DirectoryLock lock, Launch launch, Supervisor supervisor, PostgresAddress address) {
    this.lock = lock;
    this.launch = launch;
    this.supervisor = supervisor;
    this.address = address;
    supervisor.onExit(this::startAgain);
  }

  /**
   * Starts the cluster in the data directory and returns when it takes connections.
   *
   * @throws PostgresStartFailure when it can't run, with a message for the operator
   */
  public static EmbeddedPostgres start(PostgresSettings settings) {
    Path root = settings.dataDirectory();
    try {
      DataLayout layout = DataLayout.in(root);
      DirectoryLock lock = DirectoryLock.take(layout);
      try {
        return start(settings, layout, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PostgresStartFailure("PostgreSQL could not be started in %s: %s".formatted(root, Failures.words(e)), e);
    }
  }

  private static EmbeddedPostgres start(PostgresSettings settings, DataLayout layout, DirectoryLock lock)
      throws IOException {
    Installation installation = Installation.choose(Binaries.unpacked(layout), layout);
    OldPostmaster.waitUntilGone(layout.cluster());
    String password = new Cluster(layout, settings, installation).prepare();
    Port port = Port.ofLastTime(layout);
    Launch launch = new Launch(layout, installation, port);
    Supervisor supervisor = launch.run();
    try {
      PostgresAddress address = new PostgresAddress(port.number(), ServerConfig.USER, password);
      address.requireConnection();
      port.publish(layout);
      return new EmbeddedPostgres(lock, launch, supervisor, address);
    } catch (IOException | RuntimeException e) {
      supervisor.stop(STOP_WAIT_MS);
      throw e;
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
    closed = true;
    synchronized (this) {
      supervisor.stop(STOP_WAIT_MS);
    }
    lock.close();
  }

  /**
   * A server that ended unasked (killed for memory, or its log's disk was full) comes back as soon as it can, at the
   * same address; committed work is recovered from its log.
   */
  private void startAgain() {
    long pauseMs = RESTART_PAUSE_MS;
    while (!closed) {
      try {
        LOG.error("PostgreSQL ended without being asked; starting it again");
        Pause.of(pauseMs);
        synchronized (this) {
          if (!closed) {
            supervisor = launch.run();
            supervisor.onExit(this::startAgain);
          }
        }
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("{}", e.getMessage());
        pauseMs = Math.min(2 * pauseMs, RESTART_PAUSE_MS_MAX);
      }
    }
  }
}
