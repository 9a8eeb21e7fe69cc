package dev.crossdock.platform.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs of checks, with checks that find what they are told to. */
class ChecksTest {

  private static final Cause CAUSE = Cause.of(new Actor(Actor.Kind.PERSON, "mira"), "test", new UUID(1, 2));

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T08:00:00Z"));
  private final List<Violation> wrong = new ArrayList<>();
  private final List<String> ordered = new ArrayList<>();
  private boolean fails;
  private Door door;
  private Checks checks;

  @BeforeEach
  void setUp() {
    door = new Door(db.dataSource(), time);
    checks = new Checks(
        door, new Ids(time, new SecureRandom()),
        List.of(
            merchant -> new Check.Report("Stock compared.", 40, wrong),
            merchant -> {
              if (fails) {
                throw new IllegalStateException("on purpose");
              }
              return new Check.Report("Orders compared.", 2, List.of());
            }),
        ordered::add);
  }

  @Test
  void runsWhatWasAskedForAndKeepsWhatItFound() {
    wrong.add(new Violation("stock.ledger", "stock:A@BER", "the level says 3, the ledger says 2"));
    CheckRun asked = ask();
    assertThat(asked.state()).isEqualTo(CheckRun.State.WAITING);

    time.tick(Duration.ofSeconds(5));
    checks.run(ordered.getFirst());

    CheckRun last = door.read(Merchant.MAIN, checks::last).orElseThrow();
    assertThat(last.id()).isEqualTo(asked.id());
    assertThat(last.askedBy()).isEqualTo("PERSON mira");
    assertThat(last.rows()).isEqualTo(42);
    assertThat(last.violations()).isEqualTo(1);
    assertThat(last.sentences()).containsExactly("Stock compared.", "Orders compared.");
    List<Violation> kept = door.read(Merchant.MAIN, tx -> checks.violations(tx, asked.id(), 10));
    assertThat(kept).isEqualTo(wrong);
  }

  @Test
  void givesTheRunThatWaitsInsteadOfAnother() {
    CheckRun first = ask();

    assertThat(ask().id()).isEqualTo(first.id());
    assertThat(ordered).hasSize(1);
    checks.run(ordered.getFirst());
    checks.run(ordered.getFirst());
    assertThat(ask().id()).isNotEqualTo(first.id());
  }

  @Test
  void takesARunForLostAfterHours() {
    CheckRun first = ask();
    time.tick(Duration.ofHours(3));

    assertThat(ask().id()).isNotEqualTo(first.id());
  }

  @Test
  void tellsOfARunThatCouldNotEndAndKeepsTheResultBefore() {
    ask();
    checks.run(ordered.getFirst());
    UUID good = door.read(Merchant.MAIN, checks::last).orElseThrow().id();
    fails = true;
    CheckRun bad = ask();

    assertThatThrownBy(() -> checks.run(ordered.getLast())).hasMessage("on purpose");

    CheckRun after = door.read(Merchant.MAIN, tx -> checks.find(tx, bad.id())).orElseThrow();
    assertThat(after.state()).isEqualTo(CheckRun.State.FAILED);
    assertThat(door.read(Merchant.MAIN, checks::last).orElseThrow().id()).isEqualTo(good);
  }

  @Test
  void metersTellTheAgeAndTheViolationsOfTheLastResult() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new CheckMeters(door, checks, () -> List.of(Merchant.MAIN), time).bindTo(registry);
    assertThat(registry.get("crossdock.checks.age.seconds").gauge().value()).isNaN();

    wrong.add(new Violation("stock.ledger", "here", "wrong"));
    ask();
    checks.run(ordered.getFirst());
    time.tick(Duration.ofSeconds(90));

    assertThat(registry.get("crossdock.checks.age.seconds").gauge().value()).isEqualTo(90);
    assertThat(registry.get("crossdock.checks.violations").gauge().value()).isEqualTo(1);
  }

  private CheckRun ask() {
    return door.write(Merchant.MAIN, CAUSE, checks::ask);
  }
}
