package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed stays, whatever dies. */
class EmbeddedPostgresRestartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @TempDir
  private static Path prototype;

  @TempDir
  private Path folder;

  private Path data;

  @BeforeAll
  static void makeACluster() {
    EmbeddedPostgres.start(PostgresSettings.kept(prototype)).close();
  }

  /** Making a cluster is the slow part of a first start, and not what is looked at here. */
  @BeforeEach
  void copyTheCluster() {
    data = folder.resolve("data");
    assertThat(Commands.run(List.of("cp", "-a", prototype.toString(), data.toString()), "", PATIENCE).succeeded())
        .isTrue();
  }

  @Test
  void keepsRowsAndPortOverARestart() throws SQLException {
    int port;
    try (EmbeddedPostgres first = start()) {
      Rows.execute(first, "create table entry as select generate_series(1, 1000) as id");
      port = first.port();
    }

    long begun = System.nanoTime();
    try (EmbeddedPostgres second = start()) {
      System.out.printf("second start of the embedded PostgreSQL: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
      assertThat(Rows.number(second, "select count(*) from entry")).isEqualTo(1000);
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @Test
  void stopsTheServerWhenItsProcessIsKilled() throws Exception {
    int committed;
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(100);
      ProcessHandle server = server();
      committed = process.kill();
      await().atMost(PATIENCE).until(() -> !server.isAlive());
    }

    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertKept(committed);
  }

  @Test
  void waitsForAServerThatIsStillStopping() throws Exception {
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(100);
      assertKept(process.kill());
    }
  }

  @Test
  void recoversWhenProcessAndServerAreKilled() throws Exception {
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(300);
      ProcessHandle server = server();
      server.destroyForcibly();
      assertKept(process.kill());
    }
  }

  @Test
  void stopsAServerThatLostItsSupervisorToo() throws Exception {
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(100);
      ProcessHandle server = server();
      ProcessHandle supervisor = server.parent().orElseThrow();
      List<ProcessHandle> watchers = supervisor.children().filter(child -> child.pid() != server.pid()).toList();
      watchers.forEach(ProcessHandle::destroyForcibly);
      supervisor.destroyForcibly();
      int committed = process.kill();

      assertThat(server.isAlive()).isTrue();
      assertKept(committed);
      await().atMost(PATIENCE).until(() -> !server.isAlive());
    }
  }

  @Test
  void refusesASecondProcessWhileTheFirstLives() throws Exception {
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(10);

      assertThatThrownBy(this::start)
          .isInstanceOf(PostgresStartFailure.class)
          .hasMessageContaining("is in use by process ")
          .hasMessageContaining("Stop that one first");
      process.awaitRows(10);
    }
  }

  @Test
  void startsTheServerAgainWhenItAloneIsKilled() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      Rows.execute(postgres, "create table entry as select 1 as id");
      server().destroyForcibly();

      await().atMost(PATIENCE).ignoreExceptions()
          .until(() -> Rows.number(postgres, "select count(*) from entry") == 1);
    }
  }

  /** A full disk refuses the write, or stops the server when it is its log that does not fit. */
  @Test
  void goesOnWithEveryCommittedRowAfterAFullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    try (SmallDisk disk = SmallDisk.at(small, 110);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.kept(small))) {
      Rows.execute(postgres, "create table entry as select 0 as id, repeat('x', 1000) as filler");
      int committed = insertUntilRefused(postgres);

      disk.resize(400);
      await().atMost(PATIENCE).ignoreExceptions()
          .until(() -> Rows.number(postgres, "select max(id) from entry") >= committed);
      assertThat(Rows.number(postgres, "select max(id) from entry")).isBetween(committed, committed + 1);
      Rows.execute(postgres, "insert into entry values (1000000, '')");
    }
  }

  private static int insertUntilRefused(EmbeddedPostgres postgres) throws SQLException {
    int committed = 0;
    try (Connection connection = Rows.connect(postgres); Statement statement = connection.createStatement()) {
      while (committed < 1000) {
        int next = committed + 1;
        statement.execute("insert into entry select " + next + ", repeat('x', 1000) from generate_series(1, 1000)");
        committed = next;
      }
    } catch (SQLException e) {
      return committed;
    }
    throw new IllegalStateException("the disk never was full");
  }

  /** Ctrl-C in a terminal goes to every process of the group; the server must outlive our own orderly end. */
  @Test
  void keepsTheServerOutOfTheTerminalsReach() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "this system shows no sessions in /proc");
    try (EmbeddedPostgres _ = start()) {
      assertThat(session(server().pid())).isNotEqualTo(session(ProcessHandle.current().pid()));
    }
  }

  /** Field 6 of proc_pid_stat(5), counted after the name, which may hold blanks. */
  private static String session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
  }

  @Test
  void makesANewPasswordWhenTheOldOneIsLost() throws Exception {
    String lost;
    try (EmbeddedPostgres first = start()) {
      lost = first.password();
    }
    Files.delete(data.resolve("postgres.password"));

    try (EmbeddedPostgres second = start()) {
      assertThat(second.password()).isNotEqualTo(lost);
      assertThat(Rows.column(second, "select 1")).containsExactly("1");
    }
  }

  /** After a reboot or in a new container the number in a left-over pid file may be anybody's. */
  @Test
  void startsWhenTheOldServersNumberNowBelongsToAnotherProcess() throws Exception {
    try (ServerProcess process = ServerProcess.on(data)) {
      process.awaitRows(10);
      server().destroyForcibly();
      int committed = process.kill();
      Process other = new ProcessBuilder(RunAs.candidates(new DataLayout(data)).getFirst()
          .command(List.of("sleep", "120"))).start();
      try {
        Path pidFile = data.resolve("postgres/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        Files.writeString(pidFile, other.pid() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
        assertKept(committed);
      } finally {
        other.destroyForcibly();
      }
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(PostgresSettings.kept(data));
  }

  private void assertKept(int committed) throws SQLException {
    try (EmbeddedPostgres again = start()) {
      assertThat(committed).isPositive();
      // The last commit may have succeeded without its answer being read.
      assertThat(Rows.number(again, "select count(*) from entry")).isBetween(committed, committed + 1);
    }
  }

  private ProcessHandle server() throws IOException {
    return ProcessHandle.of(PostmasterPid.read(data.resolve("postgres")).pid()).orElseThrow();
  }
}
