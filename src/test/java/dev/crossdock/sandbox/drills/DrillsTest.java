package dev.crossdock.sandbox.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.Traffic;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.Latencies;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How drills are asked for. */
class DrillsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void namesTheDrillsThereAre() {
    assertThat(run("list")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("intake", "crash", "nodes", "hostile", "flash-sale");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(run("nothing")).isEqualTo(2);
    assertThat(run("intake", "--ordres", "5")).isEqualTo(2);
    assertThat(run("intake", "--orders", "many")).isEqualTo(2);
    assertThat(run("intake", "--url", "http://localhost:1")).isEqualTo(2);
    assertThat(run("crash", "--quick", "--faults", "5")).isEqualTo(1);
    assertThat(run("crash", "--quick=yes")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("--ordres is not known", "needs --key", "takes no --faults", "--quick=yes is not known");
  }

  @Test
  void failsWithAReasonWhenItBreaksDown() {
    assertThat(run("intake", "--url", "http://127.0.0.1:1", "--key", "k")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("the drill broke down").contains("failed");
  }

  @Test
  void readsBothFormsOfAnOption() {
    DrillArguments.Read read =
        DrillArguments.read(List.of("--orders=70", "--senders", "3", "--seed", "9"), Map.of());

    assertThat(read).isInstanceOf(DrillArguments.Understood.class);
    DrillArguments arguments = ((DrillArguments.Understood) read).arguments();
    assertThat(arguments.orders()).contains(70);
    assertThat(arguments.senders()).isEqualTo(3);
    assertThat(arguments.seed()).isEqualTo(9);
    assertThat(arguments.breaking().quick()).isFalse();
    assertThat(arguments.load().demand()).isEqualTo(Traffic.Demand.SPREAD);
    assertThat(arguments.crowd()).isEqualTo(new DrillArguments.Crowd(10_000, 30, 100));
  }

  @Test
  void readsASwitch() {
    DrillArguments.Read read = DrillArguments.read(List.of("--hot", "--rate", "900"), Map.of());

    assertThat(((DrillArguments.Understood) read).arguments().load())
        .isEqualTo(new DrillArguments.Load(Optional.of(900), 60, 3, Traffic.Demand.ONE_SKU));
  }

  @Test
  void findsPercentiles() {
    Latencies latencies = new Latencies();
    for (long millis = 1; millis <= 100; millis++) {
      latencies.add(millis * 1_000_000);
    }

    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
    assertThat(new Latencies().millis(0.5)).isZero();
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Drills.run(List.of(arguments), Map.of(), out, () -> NOW, new NoDatabases());
  }

  /** No drill of this test makes an installation. */
  private static final class NoDatabases implements Databases {

    @Override
    public Database of(Path data) {
      throw new IllegalStateException("no database is looked for in " + data);
    }

    @Override
    public Running start(Path data) {
      throw new IllegalStateException("no database is started in " + data);
    }
  }
}
