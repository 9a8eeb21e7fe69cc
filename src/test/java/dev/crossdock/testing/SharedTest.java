package dev.crossdock.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTest {

  @Test
  void isAbsentWhenNothingNamesItAndNothingLiesBesideTheProject(@TempDir Path home) {
    assertThat(Shared.folder(null, null, home.resolve("project"))).isEmpty();
    assertThat(Shared.folder(null, " ", home.resolve("project"))).isEmpty();
  }

  @Test
  void liesBesideTheProject(@TempDir Path home) throws IOException {
    Path beside = Files.createDirectory(home.resolve("shared"));

    assertThat(Shared.folder(null, null, home.resolve("project"))).contains(beside);
  }

  @Test
  void isFirstThePropertyThenTheEnvironment(@TempDir Path home) throws IOException {
    Path one = Files.createDirectory(home.resolve("one"));
    Path two = Files.createDirectory(home.resolve("two"));

    assertThat(Shared.folder(one.toString(), two.toString(), home)).contains(one);
    assertThat(Shared.folder(null, two.toString(), home)).contains(two);
  }

  @Test
  void refusesANameThatIsNoFolder(@TempDir Path home) {
    assertThatThrownBy(() -> Shared.folder("missing", null, home)).hasMessageContaining("names no folder");
  }

  @Test
  void givesNoFilesOfAFolderThatIsNotThere() {
    assertThat(Shared.files("no-such-folder", "*.json")).isEmpty();
  }

  @Test
  void knowsTheProject() {
    assertThat(Shared.project().resolve("pom.xml")).isRegularFile();
  }
}
