package dev.crossdock.sandbox.drills.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetersTest {

  private static final Meters METERS =
      new Meters(
          """
          # HELP jobs_total How often a timer ran.
          # TYPE jobs_total counter
          jobs_total{application="crossdock",job="clean",outcome="ok"} 3.0
          jobs_total{application="crossdock",job="clean",outcome="failed"} 1.0E1
          jobs_total{application="crossdock",job="count",outcome="ok"} 5.0
          more_jobs_total{job="clean"} 100.0
          jvm_compilation_time_ms_total{application="crossdock",compiler="HotSpot 64-Bit Tiered Compilers"} 9751.0
          """);

  @Test
  void addsUpTheLinesThatAreMeant() {
    assertThat(METERS.total("jobs_total", "job=\"clean\"")).isEqualTo(13);
    assertThat(METERS.total("jobs_total", "")).isEqualTo(18);
    assertThat(METERS.total("jobs_total", "job=\"other\"")).isZero();
    assertThat(METERS.compilingMillis()).isEqualTo(9751);
  }

  @Test
  void doesNotTakeSilenceForACompilerThatRests() {
    assertThatThrownBy(() -> new Meters("up 1.0\n").compilingMillis()).hasMessageContaining("jvm_compilation_time_ms");
  }
}
