package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses root: whoever starts it, it runs as somebody else. */
class RunAsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<PosixFilePermission> ONLY_OWNER = PosixFilePermissions.fromString("rwx------");

  @TempDir
  private Path folder;

  @Test
  void neverRunsAnythingAsRoot() throws IOException {
    List<RunAs> ways = RunAs.candidates(new DataLayout(folder));

    assertThat(ways).isNotEmpty().allSatisfy(way -> {
      Commands.Outcome outcome = Commands.run(way.command(List.of("id", "-u")), "", TIMEOUT);
      // A way that is not allowed here fails, and the next one is tried.
      assertThat(outcome.line()).as(way.way()).isNotEqualTo("0");
    }).anySatisfy(way ->
        assertThat(Commands.run(way.command(List.of("id", "-u")), "", TIMEOUT).succeeded()).isTrue());
  }

  @Test
  void runsAsWhoeverOwnsTheDataDirectory() throws IOException {
    assumeTrue(RunAs.runningAsRoot(), "only root can run PostgreSQL as another user");
    new Owner(12_345, 12_346).take(folder);

    assertThat(RunAs.candidates(new DataLayout(folder)).getFirst().owner()).isEqualTo(new Owner(12_345, 12_346));
  }

  /** Below root's own home, say: only root without its powers gets there. */
  @Test
  void runsBelowAFolderOnlyRootMayEnterAndMovesOutAgain() throws IOException, SQLException {
    assumeTrue(RunAs.runningAsRoot(), "only root can make a folder its PostgreSQL user can't enter");
    assumeTrue(Commands.run(List.of("unshare", "--user", "true"), "", TIMEOUT).succeeded(),
        "user namespaces are not allowed here");
    Files.setPosixFilePermissions(folder, ONLY_OWNER);
    Path data = folder.resolve("data");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(data))) {
      Rows.execute(postgres, "create table entry as select 7 as id");
    }
    assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(ONLY_OWNER);
    assertThat(Owner.of(data.resolve("postgres")).isRoot()).isTrue();

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(data))) {
      assertThat(Rows.number(postgres, "select id from entry")).isEqualTo(7);
    }
    assertThat(Owner.of(data.resolve("postgres")).isRoot()).isFalse();
  }

  @Test
  void letsTheServerPassThroughADataDirectoryOfRootAlone() throws IOException, SQLException {
    assumeTrue(RunAs.runningAsRoot(), "only root's folders are closed to the user PostgreSQL runs as");
    Files.setPosixFilePermissions(folder, ONLY_OWNER);

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(folder))) {
      assertThat(Rows.column(postgres, "select 1")).containsExactly("1");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx--x---");
  }
}
