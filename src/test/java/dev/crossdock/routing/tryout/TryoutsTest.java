package dev.crossdock.routing.tryout;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.ProductInput;
import dev.crossdock.orders.OrderId;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.RoutingPlan;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.trials.CaseReader;
import dev.crossdock.routing.trials.Parsed;
import dev.crossdock.routing.tryout.Tryouts.By;
import dev.crossdock.testing.AnOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be decided, over a real database. */
class TryoutsTest {

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDraftIsTriedOnAnOrderThatHasLeftForItsLocationAndNoRowChanges() {
    bench.oms.sells("TEA", 5).stock("TEA", "LAX", 5);
    bench.oms.told(anOrder("1").line("TEA", 2)).work();
    int draft = bench.draft(Bench.only("LAX"));
    Map<String, String> before = bench.everything();

    Tryout tried = tried("1", new By(null, draft), null);

    assertThat(bench.everything()).isEqualTo(before);
    assertThat(tried.whole()).as("nothing of it is open, so all of it is planned").isTrue();
    assertThat(tried.label()).isEqualTo("only LAX@" + draft);
    assertThat(tried.plan().assignments()).containsExactly(new Assignment(1, "TEA", "LAX", 2));
    assertThat(tried.moves()).containsExactly(new Move(1, "TEA", 2, "NYC", "LAX"));
    assertThat(Objects.requireNonNull(tried.outlay()).cost()).isEqualTo(800);
    assertThat(Objects.requireNonNull(tried.had()).cost()).isEqualTo(500);
    assertThat(Objects.requireNonNull(tried.decided()).rule()).isNotEqualTo(tried.plan().rule());
  }

  @Test
  void anOrderThatIsPlacedMayHaveAgainWhatItHolds() {
    bench.oms.sells("TEA", 2);
    bench.oms.told(anOrder("1").line("TEA", 2)).work();

    Tryout tried = tried("1", By.IN_FORCE, null);

    assertThat(tried.plan().outcome()).isEqualTo(RoutingPlan.Outcome.WHOLE);
    assertThat(tried.moves()).isEmpty();
  }

  @Test
  void whatOthersHoldStaysWithThem() {
    bench.oms.sells("TEA", 2);
    bench.oms.told(anOrder("1").line("TEA", 2)).work();

    Parsed<Tryout> tried = bench.read(tx -> bench.tryouts.pasted(tx, pasted("TEA", 1), By.IN_FORCE));

    assertThat(read(tried).plan().missing()).containsExactly(new RoutingPlan.Missing(1, "TEA", 1, "NO_STOCK"));
    assertThat(read(tried).moves()).isEmpty();
  }

  @Test
  void aPastedOrderIsPlannedAndAKitIsTakenApart() {
    bench.oms.sells("CUP", 4);
    bench.oms.write(
        tx ->
            bench.oms.house().remapping().putProducts(
                tx,
                List.of(
                    Bench.JSON.readValue(
                        "{\"sku\":\"SET\",\"title\":\"S\",\"components\":[{\"sku\":\"CUP\",\"units\":4}]}",
                        ProductInput.class))));

    Tryout one = read(bench.read(tx -> bench.tryouts.pasted(tx, pasted("SET", 1), By.IN_FORCE)));
    Tryout two = read(bench.read(tx -> bench.tryouts.pasted(tx, pasted("SET", 2), By.IN_FORCE)));

    assertThat(one.plan().assignments()).containsExactly(new Assignment(1, "SET", "NYC", 1));
    assertThat(two.plan().assignments()).containsExactly(new Assignment(1, "SET", "NYC", 1));
    assertThat(two.plan().missing()).hasSize(1);
  }

  @Test
  void unitsThatSomebodyElseWaitsForAreWithheldAsInARealRun() {
    bench.oms.sells("TEA", 0);
    bench.oms.told(anOrder("1").line("TEA", 2)).work();
    bench.oms.time().tick(Duration.ofMinutes(1));
    bench.lies("TEA", "NYC", 2);

    Tryout newcomer = read(bench.read(tx -> bench.tryouts.pasted(tx, pasted("TEA", 1), By.IN_FORCE)));
    Tryout waiting = tried("1", By.IN_FORCE, null);

    assertThat(newcomer.plan().assignments()).isEmpty();
    assertThat(waiting.plan().outcome()).isEqualTo(RoutingPlan.Outcome.WHOLE);
    assertThat(waiting.whole()).isFalse();
    assertThat(waiting.moves()).containsExactly(new Move(1, "TEA", 2, null, "NYC"));
  }

  @Test
  void aPolicyThatCannotBeReadAndAVersionThatIsNotThereAreToldNotThrown() {
    bench.oms.sells("TEA", 1);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();

    assertThat(wrong(new By(null, 99))).isTrue();
    assertThat(wrong(new By(Bench.json("{\"rules\":[{}]}"), null))).isTrue();
    assertThat(wrong(new By(Bench.json(Bench.only("LAX")), null))).isFalse();
  }

  /** Orders that wait, some with priority, some pinned; stock that came; each tried, then routed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aTrialSaysWhatTheRealRunThenDecides(long seed) {
    Random random = new Random(seed);
    List<String> skus = List.of("TEA", "CUP", "POT");
    skus.forEach(sku -> bench.oms.sells(sku, 0));
    for (int n = 1; n <= 6; n++) {
      AnOrder order = anOrder("o" + n);
      skus.stream().filter(sku -> random.nextBoolean()).forEach(sku -> order.line(sku, 1 + random.nextInt(3)));
      bench.oms.told(order.line("TEA", 1)).work();
      bench.oms.time().tick(Duration.ofMinutes(1));
    }
    for (String sku : skus) {
      bench.lies(sku, "NYC", random.nextInt(5));
      bench.lies(sku, "LAX", random.nextInt(5));
    }
    for (int n = 1; n <= 6; n++) {
      String order = "o" + n;
      Tryout tried = tried(order, By.IN_FORCE, null);
      bench.oms.time().tick(Duration.ofSeconds(1));
      bench.route(order);
      Decisions.Decision real = Objects.requireNonNull(bench.decision(order));
      assertThat(real.plan()).as("seed " + seed + ", " + order).isEqualTo(tried.plan().assignments());
      assertThat(real.missing()).as("seed " + seed + ", " + order).isEqualTo(tried.plan().missing());
      assertThat(real.sentence()).as("seed " + seed + ", " + order).isEqualTo(tried.plan().sentence());
    }
  }

  private boolean wrong(By by) {
    OrderId id = bench.id("1");
    return bench.<Parsed<Tryout>>read(tx -> bench.tryouts.stored(tx, id, by, null).orElseThrow())
        instanceof Parsed.Wrong<Tryout>;
  }

  private Tryout tried(String order, By by, @Nullable Boolean whole) {
    OrderId id = bench.id(order);
    return read(bench.read(tx -> bench.tryouts.stored(tx, id, by, whole)).orElseThrow());
  }

  private static <T> T read(Parsed<T> parsed) {
    if (parsed instanceof Parsed.Read<T>(T content)) {
      return content;
    }
    throw new AssertionError(parsed.toString());
  }

  private OrderFacts pasted(String sku, int units) {
    String order =
        """
        {"destination":{"country":"US","postalCode":"10001"},"lines":[{"sku":"%s","units":%d}]}
        """.formatted(sku, units);
    return read(CaseReader.order(Bench.json(order), "/pasted", bench.oms.time().instant()));
  }
}
