package dev.crossdock.sandbox.drills.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ResidentTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsWhatThisProcessHolds() {
    assertThat(Files.exists(Path.of("/proc/self/status"))).isTrue();
    assertThat(Resident.mib(ProcessHandle.current().pid()).orElseThrow()).isBetween(20.0, 8_000.0);
  }

  @Test
  void tellsNothingOfAProcessThatIsNotThere() {
    assertThat(Resident.mib(Integer.MAX_VALUE)).isEmpty();
  }
}
