package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that can't succeed says why in one line, and changes nothing. */
class PostgresRefusalsTest {

  @TempDir
  private Path folder;

  @Test
  void refusesAFileInPlaceOfTheDataDirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "a file");

    assertRefused(file).hasMessageContaining(file + " is a file");
  }

  @Test
  void refusesADataDirectoryBelowAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "a file");

    assertRefused(file.resolve("below")).hasMessageContaining(file.toString());
  }

  @Test
  void refusesADirectoryItMayNotWrite() throws IOException {
    assumeFalse(RunAs.runningAsRoot(), "root may write everywhere");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertRefused(folder).hasMessageContaining("can't be written by user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void refusesTheClusterOfAnotherMajorVersion() throws IOException {
    Files.createDirectory(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");

    assertRefused(folder)
        .hasMessageContaining("was written by PostgreSQL 17, this Crossdock runs PostgreSQL 18")
        .hasMessageContaining("--db-url");
    assertThat(folder.resolve("postgres/PG_VERSION")).hasContent("17");
  }

  @Test
  void refusesToMakeAClusterAmongOtherFiles() throws IOException {
    Files.createDirectory(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/notes.txt"), "mine");

    assertRefused(folder).hasMessageContaining("holds files, but no PostgreSQL cluster");
    assertThat(folder.resolve("postgres/notes.txt")).hasContent("mine");
  }

  @Test
  void repeatsWhatTheServerSaidWhenItDidNotStart() throws IOException {
    EmbeddedPostgres.start(PostgresSettings.throwAway(folder)).close();
    Files.writeString(folder.resolve("postgres/local.conf"), "shared_buffers = 'plenty'\n");

    assertRefused(folder)
        .hasMessageContaining("did not start")
        .hasMessageContaining("invalid value for parameter \"shared_buffers\"")
        .hasMessageContaining("local.conf");
  }

  @Test
  void freesTheDataDirectoryAfterAFailedStart() throws IOException, SQLException {
    Path cluster = Files.createDirectory(folder.resolve("postgres"));
    Path notes = Files.writeString(cluster.resolve("notes.txt"), "in the way");
    assertRefused(folder);
    Files.delete(notes);

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(folder))) {
      assertThat(Rows.column(postgres, "select 1")).containsExactly("1");
    }
  }

  @Test
  void removesWhatAnInterruptedFirstStartLeft() throws IOException {
    Path left = Files.createDirectories(folder.resolve("postgres.new.123/base"));

    EmbeddedPostgres.start(PostgresSettings.throwAway(folder)).close();

    assertThat(left.getParent()).doesNotExist();
  }

  @Test
  void namesAFullDiskAndStartsOnceThereIsRoom() throws SQLException {
    try (SmallDisk disk = SmallDisk.at(folder, 12)) {
      assertRefused(folder).hasMessageContaining("No space left on device");

      disk.resize(200);
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(folder))) {
        assertThat(Rows.column(postgres, "select 1")).containsExactly("1");
      }
    }
  }

  @Test
  void saysHowToGoOnWhenThePasswordIsAnotherClusters() throws IOException {
    EmbeddedPostgres.start(PostgresSettings.throwAway(folder)).close();
    PrivateFile.write(folder.resolve("postgres.password"), "another");

    assertRefused(folder).hasMessageContaining("password authentication failed")
        .hasMessageContaining("remove the file postgres.password");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path dataDirectory) {
    return assertThatThrownBy(() -> EmbeddedPostgres.start(PostgresSettings.throwAway(dataDirectory)).close())
        .isInstanceOf(PostgresStartFailure.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }
}
