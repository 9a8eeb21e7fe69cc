package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** How to connect to the embedded PostgreSQL of a data directory. */
public record PostgresAddress(int port, String user, String password) {

  /**
   * Without encryption, which loopback does not need and the server does not offer: asking costs a round trip a
   * connection. Nothing but SCRAM is answered, so whoever takes the port while the server is down learns no password.
   */
  private static final String OPTIONS = "?ApplicationName=crossdock&tcpKeepAlive=true"
      + "&sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256"
      // An exception's detail quotes the row it refused, and exceptions are logged.
      + "&logServerErrorDetail=false";

  /** Where the server on this data directory listens, whichever process runs it; empty before its first start. */
  public static Optional<PostgresAddress> of(Path dataDirectory) throws IOException {
    DataLayout layout = new DataLayout(dataDirectory.toAbsolutePath().normalize());
    Optional<String> password = PrivateFile.read(layout.passwordFile());
    return Port.kept(layout)
        .flatMap(port -> password.map(found -> new PostgresAddress(port, ServerConfig.USER, found)));
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://" + ServerConfig.HOST + ":" + port + "/" + ServerConfig.DATABASE + OPTIONS;
  }

  void requireConnection() {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), user, password)) {
      if (!connection.isValid(10)) {
        throw new PostgresStartFailure("PostgreSQL on port " + port + " does not answer.");
      }
    } catch (SQLException e) {
      throw new PostgresStartFailure("""
          PostgreSQL started, but refuses our connection: %s. If the cluster was copied from elsewhere, remove the \
          file postgres.password next to it: a new password is made at the next start.""".formatted(e.getMessage()), e);
    }
  }

  /** Never prints the password. */
  @Override
  public String toString() {
    return "PostgresAddress[port=" + port + ", user=" + user + "]";
  }
}
