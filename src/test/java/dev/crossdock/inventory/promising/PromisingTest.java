package dev.crossdock.inventory.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.promising.AtpContext.Delivery;
import dev.crossdock.testing.Oms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be promised, and its sum line by line. */
class PromisingTest {

  private static final long SEED = 20261122;

  private final Oms oms = new Oms();

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void spellsTheSumOut() {
    oms.sells("TEA", 10).location("LAX", 34, -118).stock("TEA", "LAX", 4);
    reserve("TEA", "NYC", 3);
    keepBack("TEA", "LAX", null, 1L);
    keepBack(null, null, null, 2L);

    Atp atp = atp(AtpContext.ANYBODY, "TEA");

    assertThat(atp.terms()).extracting(Objects::toString)
        .containsExactly(
            "Term[kind=ON_HAND, location=LAX, units=4, why=null]",
            "Term[kind=SAFETY_STOCK, location=LAX, units=-1, why=kept back of this SKU]",
            "Term[kind=ON_HAND, location=NYC, units=10, why=null]",
            "Term[kind=RESERVED, location=NYC, units=-3, why=null]",
            "Term[kind=SAFETY_STOCK, location=null, units=-2, why=kept back of every SKU]");
    assertThat(atp.available()).isEqualTo(8);
  }

  @Test
  void theMostSpecificSettingCounts() {
    oms.sells("TEA", 100);
    keepBack(null, null, null, 1L);
    keepBack(null, null, "fake", 2L);
    keepBack("TEA", null, null, 4L);
    assertThat(atp(on("fake"), "TEA").available()).as("the SKU before the channel").isEqualTo(96);
    keepBack("TEA", null, "fake", 0L);
    assertThat(atp(on("fake"), "TEA").available()).as("a specific nothing").isEqualTo(100);
    assertThat(atp(on("other"), "TEA").available()).isEqualTo(96);

    keepBack("TEA", null, "fake", null);
    keepBack("TEA", null, null, null);

    assertThat(atp(on("fake"), "TEA").available()).as("taken back").isEqualTo(98);
    assertThat(atp(AtpContext.ANYBODY, "TEA").available()).isEqualTo(99);
  }

  @Test
  void aRuleSpeaksForAllSkusThatBeginAlike() {
    oms.sells("TEA-GREEN", 100).sells("TEA-BLACK", 100).sells("POT", 100);
    keepBack(null, null, null, 1L);
    keepBack("TEA-*", null, null, 10L);
    keepBack("TEA-G*", null, null, 20L);

    assertThat(atp(AtpContext.ANYBODY, "TEA-GREEN").available()).as("the longer rule").isEqualTo(80);
    assertThat(atp(AtpContext.ANYBODY, "TEA-BLACK").available()).isEqualTo(90);
    assertThat(atp(AtpContext.ANYBODY, "POT").available()).as("no rule of its own").isEqualTo(99);
    assertThat(atp(AtpContext.ANYBODY, "TEA-BLACK").terms().getLast().why())
        .isEqualTo("kept back of SKUs that begin with TEA-");
    keepBack("TEA-GREEN", null, null, 3L);
    assertThat(atp(AtpContext.ANYBODY, "TEA-GREEN").available()).as("the SKU before its rules").isEqualTo(97);
    keepBack("TEA-GREEN", null, null, null);
    keepBack("TEA-G*", null, null, null);
    assertThat(atp(AtpContext.ANYBODY, "TEA-GREEN").available()).as("taken back").isEqualTo(90);
  }

  @Test
  void keepsBackNoMoreThanThereIs() {
    oms.sells("TEA", 3).location("LAX", 34, -118).stock("TEA", "LAX", 5);
    keepBack("TEA", "NYC", null, 50L);

    assertThat(atp(AtpContext.ANYBODY, "TEA").available()).isEqualTo(5);
  }

  @Test
  void looksAtTheLocationsThatServe() {
    oms.sells("TEA", 1);
    place("SHOP", "STORE", true);
    place("FBA", "MARKETPLACE", true);
    place("SHUT", "WAREHOUSE", false);
    oms.stock("TEA", "SHOP", 10).stock("TEA", "FBA", 100).stock("TEA", "SHUT", 1_000);

    assertThat(atp(AtpContext.ANYBODY, "TEA").available()).isEqualTo(11);
    assertThat(atp(new AtpContext(null, null, Set.of(), Delivery.PICKUP), "TEA").available()).isEqualTo(10);
    assertThat(atp(new AtpContext(null, null, Set.of("NYC", "FBA"), Delivery.SHIP), "TEA").available()).isEqualTo(1);
  }

  @Test
  void ofAKitIsWhatItsPartsMakeAtEachLocation() {
    oms.sells("CUP", 7).sells("POT", 2).location("LAX", 34, -118).stock("CUP", "LAX", 9);
    kit("SET", new Component("CUP", 3), new Component("POT", 1));

    Atp atp = atp(AtpContext.ANYBODY, "SET");
    assertThat(atp.available()).isEqualTo(2);
    assertThat(atp.terms())
        .containsExactly(new Atp.Term(Atp.Kind.KITS, "NYC", 2, "as far as CUP goes"));

    keepBack("CUP", null, null, 12L);
    assertThat(atp(AtpContext.ANYBODY, "SET").available()).as("4 cups are left over all").isEqualTo(1);
  }

  @Test
  void isBelowZeroNeverAndUnknownNowhere() {
    oms.sells("TEA", 5);
    reserve("TEA", "NYC", 5);
    oms.stock("TEA", "NYC", 2);

    assertThat(atp(AtpContext.ANYBODY, "TEA").sum()).isEqualTo(-3);
    assertThat(atp(AtpContext.ANYBODY, "TEA").available()).isZero();
    Map<String, Atp> unknown =
        oms.write(tx -> oms.house().promising().atp(tx, AtpContext.ANYBODY, Set.of("NO", "N\0")));
    assertThat(unknown).isEmpty();
  }

  @Test
  void agreesWithThePoolThatOrdersAreRoutedFrom() {
    Random random = new Random(SEED);
    oms.product("TEA");
    for (String code : List.of("A", "B", "C")) {
      oms.location(code, 1, 1);
    }
    for (int round = 1; round <= 12; round++) {
      oms.stock("TEA", List.of("A", "B", "C").get(random.nextInt(3)), random.nextInt(20));
      reserve("TEA", List.of("A", "B", "C").get(random.nextInt(3)), 1 + random.nextInt(4));

      long known = oms.write(tx -> oms.house().stock().available(tx, Set.of("TEA")).availableToPromise("TEA"));
      assertThat(atp(AtpContext.ANYBODY, "TEA").available()).as("seed " + SEED).isEqualTo(known);
    }
  }

  @Test
  void namesWhatIsWrongWithASetting() {
    oms.sells("TEA", 5);
    SafetyStocks.Stored stored =
        oms.write(
            tx ->
                oms.house()
                    .safetyStocks()
                    .put(
                        tx,
                        List.of(
                            new SafetyStock("NO\0", "MOON", null, null, 1L),
                            new SafetyStock("TEA", null, null, "shop", -1L),
                            new SafetyStock("TEA", null, "a b", null, 1_000_000_000_001L),
                            new SafetyStock("TEA", null, null, null, 1L),
                            new SafetyStock("TEA", null, null, null, 2L))));

    assertThat(stored.errors()).extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactly(
            "0 sku unknown", "0 location unknown", "1 channel required", "1 units range", "2 channel format",
            "2 units range", "4 sku duplicate");
    assertThat(stored.changed()).isEqualTo(1);
    keepBack("TEA", null, null, 1L);
    assertThat(oms.text("select string_agg(version::text, ',') from journal where type = 'safety-stock.set'"))
        .as("what is set already tells nothing new")
        .isEqualTo("1");
  }

  private Atp atp(AtpContext context, String sku) {
    return Objects.requireNonNull(
        oms.write(tx -> oms.house().promising().atp(tx, context, Set.of(sku))).get(sku), sku);
  }

  private static AtpContext on(String channel) {
    return new AtpContext(channel, "shop", Set.of(), Delivery.SHIP);
  }

  private void keepBack(
      @Nullable String sku, @Nullable String location, @Nullable String channel, @Nullable Long units) {
    SafetyStock setting = new SafetyStock(sku, location, channel, null, units);
    SafetyStocks.Stored stored = oms.write(tx -> oms.house().safetyStocks().put(tx, List.of(setting)));
    assertThat(stored.errors()).isEmpty();
  }

  private void reserve(String sku, String location, int units) {
    Reservation wanted = new Reservation(new UUID(1, 1), 1, sku, location, units);
    oms.write(tx -> oms.house().stock().reserve(tx, List.of(wanted)));
  }

  private void place(String code, String kind, boolean active) {
    LocationInput input =
        new LocationInput(code, null, kind, "US", null, null, null, null, null, null, null, active);
    oms.write(tx -> oms.house().locations().put(tx, List.of(input)));
  }

  private void kit(String sku, Component... parts) {
    ProductInput input =
        new ProductInput(sku, "Kit", null, null, null, null, null, List.of(parts));
    oms.write(tx -> oms.house().remapping().putProducts(tx, List.of(input)));
  }
}
