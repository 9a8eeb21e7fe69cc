package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

  @TempDir
  private Path folder;

  @Test
  void unpacksOnceAndAgainOnlyWhenTheCopyIsDamaged() throws IOException {
    Path home = Binaries.unpackedIn(List.of(folder));
    Path program = home.resolve("bin/postgres");
    assertThat(program).isExecutable();

    // A power cut can leave an empty file behind a complete name.
    Files.writeString(program, "");
    assertThat(Binaries.unpackedIn(List.of(folder))).isEqualTo(home);
    assertThat(Files.size(program)).isGreaterThan(1_000_000);

    Object before = Files.getAttribute(program, "unix:ino");
    Binaries.unpackedIn(List.of(folder));
    assertThat(Files.getAttribute(program, "unix:ino")).isEqualTo(before);
    try (Stream<Path> copies = Files.list(folder)) {
      assertThat(copies).containsExactly(home);
    }
  }

  @Test
  void takesTheNextFolderWhenTheFirstCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("cache"), "a file");

    assertThat(Binaries.unpackedIn(List.of(file, folder.resolve("runtime")))).startsWith(folder.resolve("runtime"));
  }

  @Test
  void makesEverythingReadableForTheUserPostgresRunsAs() throws IOException {
    try (Stream<Path> files = Files.walk(Binaries.unpackedIn(List.of(Binaries.cacheFolder(), folder)))) {
      assertThat(files).allMatch(BinariesTest::othersMayRead);
    }
  }

  private static boolean othersMayRead(Path file) {
    try {
      return Files.isSymbolicLink(file) || Files.getPosixFilePermissions(file)
          .contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException e) {
      return false;
    }
  }
}
