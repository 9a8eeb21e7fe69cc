package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.channels.stock.StockPush.Level;
import dev.crossdock.channels.stock.StockPush.Place;
import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.sandbox.stock.Pace;
import dev.crossdock.sandbox.stock.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real adapters tell the simulated channels their stock, and buyers there buy by it. */
class SimulatedStockTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** SKUs as they come, and some that no one would believe. */
  private static final List<String> SKUS =
      List.of(
          "KTL-1", "A B", "a\"b", "a'b", "a\\b", "a\\\"b", "a/b?c#d%e&f+g", "a,b", "a;b=c", "Größe Ü", "日本語", "🎁",
          "{\"a\":1}", "sku:* OR 1=1", "100%", "%2F", "x".repeat(100));

  private final SimulatedChannels channels = SimulatedChannels.open(3);

  @AfterEach
  void closeChannels() {
    channels.close();
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void showsEachNumberThatItWasTold(Shop shop) {
    Shelf shelf = shelf(shop);
    Map<String, Integer> told = new TreeMap<>();
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      for (int round = 0; round < 2; round++) {
        Map<String, String> learnt = new TreeMap<>();
        for (List<Level> batch : batches(adapter, round * 1_000)) {
          assertThat(adapter.tell(batch))
              .isInstanceOfSatisfying(
                  Told.Taken.class,
                  taken -> {
                    assertThat(taken.refused()).isEmpty();
                    learnt.putAll(taken.references());
                  });
          batch.forEach(level -> told.put(level.place().channelSku(), level.units()));
        }
        assertThat(learnt.keySet()).containsExactlyInAnyOrderElementsOf(SKUS);
        SKUS.forEach(sku -> assertThat(shelf.shown(sku)).as(sku).isEqualTo(told.get(sku)));
        assertThat(asked(adapter)).isEqualTo(told);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void oneRefusedSkuHarmsNoOther(Shop shop) {
    Shelf shelf = shelf(shop);
    shelf.refuse("A B", "Not this one today.");
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      List<Level> levels = List.of(level("KTL-1", 4), level("A B", 5), level("nobody knows it", 6), level("a'b", 7));

      for (int round = 0; round < 2; round++) {
        assertThat(adapter.tell(levels))
            .isInstanceOfSatisfying(
                Told.Taken.class,
                taken -> {
                  assertThat(taken.refused()).extracting(StockPush.Refused::index).containsExactly(1, 2);
                  assertThat(taken.refused().getFirst().words()).isEqualTo("Not this one today.");
                });
      }
      assertThat(List.of(shelf.shown("KTL-1"), shelf.shown("A B"), shelf.shown("a'b"))).containsExactly(4, 0, 7);
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void comesBackAfterTheRateLimit(Shop shop) {
    Shelf shelf = shelf(shop);
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      shelf.throttle(1);

      assertThat(adapter.tell(List.of(level("KTL-1", 4))))
          .isInstanceOfSatisfying(StockPush.TryLater.class, later -> assertThat(later.notBefore()).isAfter(NOW));
      assertThat(adapter.tell(List.of(level("KTL-1", 4)))).isInstanceOf(Told.Taken.class);
      assertThat(shelf.shown("KTL-1")).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void asksWhatIsReallyShown(Shop shop) {
    Shelf shelf = shelf(shop);
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      adapter.tell(List.of(level("KTL-1", 4), level("A B", 9)));
      assertThat(shelf.sell(Map.of("KTL-1", 3))).isTrue();
      assertThat(shelf.sell(Map.of("KTL-1", 2))).as("more than is shown").isFalse();
      assertThat(shelf.sell(Map.of("KTL-1", 1, "never told", 1))).as("all of it or nothing").isFalse();
      shelf.drift("A B", shop == Shop.SHOPIFY ? "74215391" : "", 20);

      assertThat(asked(adapter)).containsEntry("KTL-1", 1).containsEntry("A B", 29);
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void opensMoreAccountsWithCountersOfTheirOwn(Shop shop) {
    Outlet other = channels.open(shop, "other");
    other.shelf().list(SKUS);
    shelf(shop);
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW);
        RealAdapter second = new RealAdapter(shop, channels.credentials(), channels.target() + other.prefix(), NOW)) {
      adapter.tell(List.of(level("KTL-1", 4)));
      second.tell(List.of(level("KTL-1", 6)));

      assertThat(channels.outlet(shop).shelf().shown("KTL-1")).isEqualTo(4);
      assertThat(other.shelf().shown("KTL-1")).isEqualTo(6);
    }
  }

  private Shelf shelf(Shop shop) {
    Shelf shelf = channels.outlet(shop).shelf();
    shelf.list(SKUS);
    shelf.pace(new Pace(Duration.ZERO, Duration.ZERO, 10_000));
    return shelf;
  }

  private static Level level(String sku, int units) {
    return new Level(new Place(sku, "", null), units);
  }

  private static List<List<Level>> batches(RealAdapter adapter, int from) {
    List<List<Level>> batches = new ArrayList<>();
    int size = adapter.stock().batchMax();
    for (int first = 0; first < SKUS.size(); first += size) {
      List<Level> batch = new ArrayList<>();
      for (int i = first; i < Math.min(SKUS.size(), first + size); i++) {
        batch.add(level(SKUS.get(i), from + i));
      }
      batches.add(batch);
    }
    return batches;
  }

  private static Map<String, Integer> asked(RealAdapter adapter) {
    Map<String, Integer> shown = new TreeMap<>();
    for (List<Level> batch : batches(adapter, 0)) {
      Shown answer = adapter.ask(batch.stream().map(Level::place).toList());
      assertThat(answer).isInstanceOf(Shown.Levels.class);
      ((Shown.Levels) answer).levels().forEach(level -> shown.put(level.place().channelSku(), level.units()));
    }
    return shown;
  }
}
