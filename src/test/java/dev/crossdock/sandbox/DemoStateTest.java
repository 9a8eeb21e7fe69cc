package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a demo must know again after a restart. */
class DemoStateTest {

  @TempDir private Path data;

  @Test
  void givesNoOrderNumberTwiceOverRestarts() {
    Set<Long> given = new HashSet<>();
    for (int start = 0; start < 5; start++) {
      DemoState state = DemoState.open(data).orElseThrow();
      for (int n = 0; n < 33; n++) {
        assertThat(given.add(state.next())).isTrue();
      }
    }
    assertThat(given).contains(1L);
  }

  @Test
  void knowsKeyAndSignInAgain() {
    DemoState first = DemoState.open(data).orElseThrow();
    assertThat(first.signIn()).isEmpty();
    first.remember(new DemoState.SignIn("admin", "a b c"));

    DemoState second = DemoState.open(data).orElseThrow();

    assertThat(second.apiKey()).isEqualTo(first.apiKey()).hasSizeGreaterThan(40);
    assertThat(second.signIn()).contains(new DemoState.SignIn("admin", "a b c"));
  }

  @Test
  void isReadByItsOwnerOnly() throws IOException {
    DemoState state = DemoState.open(data).orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.file()))).isEqualTo("rw-------");
  }

  @Test
  void doesNotTouchADirectoryOfSomethingElse() throws IOException {
    Files.writeString(data.resolve("journal.anchors"), "somebody's");

    assertThat(DemoState.open(data)).isEmpty();
    assertThat(data.resolve("demo.properties")).doesNotExist();
  }
}
