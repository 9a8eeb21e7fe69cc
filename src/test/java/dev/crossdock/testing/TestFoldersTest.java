package dev.crossdock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose folders are removed. */
class TestFoldersTest {

  private static final long NOBODY = 4_000_000_000L;

  @Test
  void onlyFoldersOfProcessesThatAreGoneAreRemoved(@TempDir Path home) throws IOException {
    Path ours = TestFolders.make(home, "shop-");
    Path gone = Files.createDirectory(home.resolve("shop-" + NOBODY + "-17"));
    Files.writeString(gone.resolve("vault.key"), "key");
    Path other = Files.createDirectory(home.resolve("other-" + NOBODY + "-17"));
    Path nameless = Files.createDirectory(home.resolve("shop-"));

    TestFolders.removeLeftovers(home, "shop-");

    assertThat(gone).doesNotExist();
    assertThat(ours).exists();
    assertThat(other).exists();
    assertThat(nameless).exists();
  }
}
