package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a started cluster of an installation is like; nothing here changes it. */
class EmbeddedPostgresTest {

  @TempDir
  private static Path data;

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(PostgresSettings.kept(data));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on", "data_checksums,on",
      "listen_addresses,127.0.0.1", "unix_socket_directories,''", "max_prepared_transactions,0",
      "password_encryption,scram-sha-256", "server_encoding,UTF8", "jit,off", "max_connections,60",
      "max_wal_size,4GB", "checkpoint_timeout,15min", "idle_in_transaction_session_timeout,30s",
      "log_parameter_max_length_on_error,0", "log_error_verbosity,terse", "autovacuum_naptime,10s"})
  void runsWith(String setting, String value) throws SQLException {
    assertThat(Rows.column(postgres, "show " + setting)).containsExactly(value);
  }

  @Test
  void isPostgreSql18() throws SQLException {
    assertThat(Rows.number(postgres, "show server_version_num")).isBetween(180_000, 189_999);
  }

  @Test
  void sortsByTheBuiltInLocale() throws SQLException {
    assertThat(Rows.column(postgres, """
        select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()"""))
        .containsExactly("b C.UTF-8");
  }

  @Test
  void hasExactlyOneDatabase() throws SQLException {
    assertThat(Rows.column(postgres, "select datname from pg_database where not datistemplate"))
        .containsExactly("crossdock");
  }

  @Test
  void doesNotTrustItsOwnUserWithTheServer() throws SQLException {
    assertThat(Rows.column(postgres, """
        select rolsuper or rolcreatedb or rolcreaterole or rolreplication
        from pg_roles where rolname = current_user"""))
        .containsExactly("f");
    assertThatThrownBy(() -> Rows.execute(postgres, "copy (select 1) to program 'cat'"))
        .isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
  }

  @Test
  void letsItsUserMakeTablesAndTrustedExtensions() throws SQLException {
    try (Connection connection = Rows.connect(postgres)) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("create table t (name text); create extension pg_trgm");
      connection.rollback();
    }
  }

  @ParameterizedTest
  @CsvSource({"crossdock,''", "crossdock,wrong", "postgres,''", "postgres,postgres"})
  void refusesWhoeverDoesNotKnowThePassword(String user, String password) {
    assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, password))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState()).isIn("28P01", "28000", "08004", "08001");
  }

  @Test
  void tellsClientsToAnswerNothingButScram() {
    assertThat(postgres.jdbcUrl())
        .startsWith("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/crossdock?")
        .contains("ApplicationName=crossdock", "tcpKeepAlive=true", "requireAuth=scram-sha-256");
  }

  @Test
  void listensOnTheLoopbackOnly() throws IOException {
    List<InetAddress> others = NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .toList();
    for (InetAddress address : others) {
      assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);
    }
    connect(InetAddress.ofLiteral("127.0.0.1"));
  }

  @Test
  void listensOnNothingElseInTheSystemsOwnTable() throws IOException {
    Path table = Path.of("/proc/net/tcp");
    assumeTrue(Files.isReadable(table), "this system shows no table of listening sockets in /proc/net/tcp");
    String port = String.format(Locale.ROOT, ":%04X", postgres.port());

    assertThat(Files.readAllLines(table).stream().map(line -> line.strip().split("\\s+", -1))
        .filter(fields -> fields[1].endsWith(port) && fields[3].equals("0A"))
        .map(fields -> fields[1])).containsExactly("0100007F" + port);
    if (Files.isReadable(Path.of("/proc/net/tcp6"))) {
      assertThat(Files.readAllLines(Path.of("/proc/net/tcp6"))).noneMatch(line -> line.contains(port + " 0000"));
    }
  }

  @Test
  void keepsItsFilesPrivate() throws IOException {
    assertThat(permissions("postgres")).isEqualTo("rwx------");
    assertThat(permissions("postgres.password")).isEqualTo("rw-------");
    assertThat(permissions("postgres.port")).isEqualTo("rw-------");
  }

  @Test
  void doesNotRunAsRoot() throws IOException, SQLException {
    assumeTrue(RunAs.runningAsRoot(), "only root needs another user to run PostgreSQL");

    assertThat(Owner.of(data.resolve("postgres")).isRoot()).isFalse();
    assertThat(Rows.column(postgres, "select 1")).containsExactly("1");
  }

  @Test
  void refusesASecondStartOnTheSameDirectory() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(PostgresSettings.kept(data)))
        .isInstanceOf(PostgresStartFailure.class)
        .hasMessageContaining(data.getFileName().toString())
        .hasMessageContaining("in use by this process");
  }

  @Test
  void canBeFoundByItsDataDirectory() throws IOException, SQLException {
    PostgresAddress found = PostgresAddress.of(data).orElseThrow();

    assertThat(found.port()).isEqualTo(postgres.port());
    try (Connection connection = DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password())) {
      assertThat(connection.getCatalog()).isEqualTo("crossdock");
    }
  }

  @Test
  void neverPrintsThePassword() throws IOException {
    assertThat(PostgresAddress.of(data).orElseThrow().toString()).doesNotContain(postgres.password());
  }

  @Test
  void keepsThePersonalDataOfARefusedRowOutOfItsLog() throws SQLException, IOException {
    Rows.execute(postgres, "create table person (email text primary key)");
    Rows.execute(postgres, "insert into person values ('ada@example.org')");

    assertThatThrownBy(() -> Rows.execute(postgres, "insert into person values ('ada@example.org')"))
        .isInstanceOf(SQLException.class).hasMessageNotContaining("ada@example.org");
    Path log = onlyLog();
    await().atMost(PATIENCE).until(() -> Files.readString(log).contains("duplicate key"));
    assertThat(Files.readString(log)).doesNotContain("ada@example.org");
  }

  private static Path onlyLog() throws IOException {
    try (Stream<Path> logs = Files.list(data.resolve("postgres/log"))) {
      return logs.findFirst().orElseThrow();
    }
  }

  private static void connect(InetAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, postgres.port()), 2_000);
    }
  }

  private static String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }
}
