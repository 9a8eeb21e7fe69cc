package dev.crossdock.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Another process that starts PostgreSQL and writes one row after the other, so that it can be killed at it. */
final class ServerProcess implements AutoCloseable {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final BufferedReader committed;
  private int last;

  private ServerProcess(Process process) {
    this.process = process;
    this.committed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ServerProcess on(Path dataDirectory) throws IOException {
    return new ServerProcess(new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        ServerProcess.class.getName(), dataDirectory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  /** Waits until that many rows were committed. */
  void awaitRows(int rows) throws IOException {
    for (int read = 0; read < rows; read++) {
      if (!readRow()) {
        throw new IOException("the process ended after " + last + " rows");
      }
    }
  }

  /** {@code kill -9}; gives the last row whose commit was answered. */
  int kill() throws IOException, InterruptedException {
    // Not Process.destroyForcibly, which throws away what was written and not read yet.
    process.toHandle().destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
    while (readRow()) {
      // On to the last one.
    }
    return last;
  }

  private boolean readRow() throws IOException {
    String line = committed.readLine();
    // The last line may have been cut off by the kill; every whole one ends in a full stop.
    if (line == null || !line.endsWith(".")) {
      return false;
    }
    last = Integer.parseInt(line.substring(0, line.length() - 1));
    return true;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The other process: rows until killed. */
  public static void main(String[] arguments) throws SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.kept(Path.of(arguments[0])));
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
      connection.createStatement().execute("create table if not exists entry (id int primary key)");
      try (PreparedStatement insert = connection.prepareStatement("insert into entry values (?)")) {
        for (int row = 1; true; row++) {
          insert.setInt(1, row);
          insert.executeUpdate();
          System.out.println(row + ".");
        }
      }
    }
  }
}
