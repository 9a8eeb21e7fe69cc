package dev.crossdock.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.SkuSuggestion.Reason;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue on a real database, through its facade only. */
class CatalogTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private Shelf shelf;

  @BeforeEach
  void opens() {
    shelf = new Shelf(db.dataSource());
  }

  @Test
  void storesWhatIsNewAndSaysWhatAppeared() {
    ProductsStored stored = shelf.put(ProductInput.of(" A-1 ", " Mug "), ProductInput.of("A-2", "Cup"));

    assertThat(stored).isEqualTo(new ProductsStored(2, 0, 0, Set.of("A-1", "A-2"), List.of()));
    assertThat(shelf.sku("A-1")).isEqualTo(new Sku("A-1", "Mug", null, null, null, true, List.of(), 1));
    assertThat(shelf.journal()).containsExactly("sku:A-1 1", "sku:A-2 1");
  }

  @Test
  void writesNothingWhenNothingIsNew() {
    shelf.put(ProductInput.of("A-1", "Mug"));

    ProductsStored again = shelf.put(ProductInput.of("A-1", "Mug"), ProductInput.of("a-1", "Mug"));

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.created()).isEqualTo(1);
    assertThat(shelf.journal()).containsExactly("sku:A-1 1", "sku:a-1 1");
  }

  @Test
  void leavesAloneWhatIsNotSaidAndTakesAwayWhatIsEmpty() {
    shelf.put(new ProductInput("A-1", "Mug", "4006381333931", 350, true, "mugs", "Mugs", null));

    shelf.put(ProductInput.of("A-1", "Big mug"));
    assertThat(shelf.sku("A-1")).isEqualTo(new Sku("A-1", "Big mug", "mugs", "4006381333931", 350, true, List.of(), 2));

    shelf.put(new ProductInput("A-1", null, "", 0, false, "", null, null));
    assertThat(shelf.sku("A-1")).isEqualTo(new Sku("A-1", "Big mug", null, null, null, false, List.of(), 3));
    assertThat(shelf.journal())
        .containsExactly("product:mugs 1", "sku:A-1 1", "sku:A-1 2", "sku:A-1 3");
  }

  @Test
  void saysThatASkuAppearedAgainWhenItIsSoldAgain() {
    shelf.put(new ProductInput("A-1", "Mug", null, null, false, null, null, null));

    ProductsStored stored = shelf.put(new ProductInput("A-1", null, null, null, true, null, null, null));

    assertThat(stored.appeared()).containsExactly("A-1");
  }

  @Test
  void refusesWrongItemsByNameAndKeepsTheOthers() {
    ProductsStored stored =
        shelf.put(
            ProductInput.of("A-1", "Mug"),
            ProductInput.of("", "Nameless"),
            ProductInput.of("x".repeat(101), "Too long"),
            ProductInput.of("zero\0byte", "Hidden"),
            new ProductInput("A-2", null, null, null, null, null, null, null),
            new ProductInput("A-3", "Heavy", null, -1, null, null, null, null),
            ProductInput.of("A-4", "Once"),
            ProductInput.of("A-4", "Twice"));

    assertThat(stored.created()).isEqualTo(1);
    assertThat(stored.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "1 sku required",
            "2 sku format",
            "3 sku format",
            "4 title required",
            "5 weightGrams range",
            "6 sku duplicate",
            "7 sku duplicate");
  }

  @Test
  void makesKitsOfWhatIsThereAndOfWhatComesWithThem() {
    shelf.put(ProductInput.of("A", "Mug"));

    ProductsStored stored =
        shelf.put(
            ProductInput.kit("KIT", "Set", List.of(new Component("B", 2), new Component("A", 1))),
            ProductInput.of("B", "Spoon"));

    assertThat(stored.errors()).isEmpty();
    assertThat(shelf.sku("KIT").components()).containsExactly(new Component("A", 1), new Component("B", 2));
  }

  @Test
  void refusesKitsOfKits() {
    shelf.put(ProductInput.of("A", "Mug"), ProductInput.of("B", "Spoon"));
    shelf.put(ProductInput.kit("KIT", "Set", List.of(new Component("A", 1))));

    ProductsStored stored =
        shelf.put(
            ProductInput.kit("BOX", "Sets", List.of(new Component("KIT", 1))),
            ProductInput.kit("SELF", "Self", List.of(new Component("SELF", 1))),
            ProductInput.kit("A", "Now a kit", List.of(new Component("B", 1))),
            ProductInput.kit("C", "Of nothing", List.of(new Component("NONE", 1))),
            ProductInput.kit("D", "Twice", List.of(new Component("B", 1), new Component("B", 1))),
            ProductInput.kit("E", "None of it", List.of(new Component("B", 0))),
            ProductInput.kit("F", "Of a kit to be", List.of(new Component("E", 1))));

    assertThat(stored.created() + stored.changed()).isZero();
    assertThat(stored.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "0 components[0].sku unknown",
            "1 components[0].sku nested",
            "2 components nested",
            "3 components[0].sku unknown",
            "4 components[1].sku duplicate",
            "5 components[0].units range",
            "6 components[0].sku unknown");
  }

  @Test
  void changesWhatAKitIsMadeOf() {
    shelf.put(ProductInput.of("A", "Mug"), ProductInput.of("B", "Spoon"));
    shelf.put(ProductInput.kit("KIT", "Set", List.of(new Component("A", 1))));

    ProductsStored changed = shelf.put(ProductInput.kit("KIT", "Set", List.of(new Component("B", 3))));
    assertThat(changed.changed()).isEqualTo(1);
    assertThat(shelf.sku("KIT").components()).containsExactly(new Component("B", 3));

    shelf.put(ProductInput.kit("KIT", "Set", List.of()));
    assertThat(shelf.sku("KIT").kit()).isFalse();
    assertThat(shelf.put(ProductInput.kit("A", "Mug and spoon", List.of(new Component("B", 1)))).errors()).isEmpty();
  }

  @Test
  void namesTheProductOfVariants() {
    ProductsStored stored =
        shelf.put(
            new ProductInput("T-S", "Shirt S", null, null, null, "shirt", "Shirt", null),
            new ProductInput("T-M", "Shirt M", null, null, null, "shirt", null, null),
            new ProductInput("T-L", "Shirt L", null, null, null, "shirt", "Blouse", null));

    assertThat(stored.created()).isEqualTo(2);
    assertThat(stored.errors()).extracting(ItemError::rule).containsExactly("conflict");
    assertThat(shelf.sku("T-M").product()).isEqualTo("shirt");
  }

  @Test
  void resolvesListingsThenSkusThemselves() {
    shelf.put(ProductInput.of("A", "Mug"), ProductInput.of("B", "Spoon"));
    shelf.put(ProductInput.kit("KIT", "Set", List.of(new Component("A", 1), new Component("B", 2))));
    shelf.list("shopify", "acme", "A", "KIT");
    shelf.list("shopify", "acme", "old-b", "B");

    Map<ChannelSku, ResolvedSku> resolved =
        shelf.resolve(of("A"), new ChannelSku("amazon", "acme", "A"), of(" old-b "), of("b"), of("none"), of("A\0"));

    assertThat(resolved)
        .containsOnlyKeys(of("A"), new ChannelSku("amazon", "acme", "A"), of("old-b"))
        .containsEntry(
            of("A"), new ResolvedSku("KIT", "Set", true, List.of(new Component("A", 1), new Component("B", 2))))
        .containsEntry(of("old-b"), new ResolvedSku("B", "Spoon", true, List.of(new Component("B", 1))));
  }

  @Test
  void resolvesWhatIsNoLongerSoldAndSaysSo() {
    shelf.put(new ProductInput("A", "Mug", null, null, false, null, null, null));

    assertThat(shelf.resolve(of("A")).get(of("A"))).extracting(ResolvedSku::active).isEqualTo(false);
  }

  @Test
  void keepsMerchantsApart() {
    shelf.put(ProductInput.of("A", "Mug"));

    Map<ChannelSku, ResolvedSku> resolved =
        shelf.door.read(new Merchant(2), tx -> shelf.catalog.resolve(tx, Set.of(of("A"))));

    assertThat(resolved).isEmpty();
  }

  @Test
  void mapsAndMapsAgain() {
    shelf.put(ProductInput.of("A", "Mug"), ProductInput.of("B", "Spoon"));

    ListingsStored first = shelf.list("shopify", "acme", "X", "A");
    ListingsStored same = shelf.list("shopify", "acme", " X", "A");
    ListingsStored other = shelf.list("shopify", "acme", "X", "B");

    assertThat(first).isEqualTo(new ListingsStored(1, 0, 0, Set.of(of("X")), List.of()));
    assertThat(same).isEqualTo(new ListingsStored(0, 0, 1, Set.of(), List.of()));
    assertThat(other).isEqualTo(new ListingsStored(0, 1, 0, Set.of(of("X")), List.of()));
    assertThat(shelf.journal())
        .filteredOn(stream -> stream.startsWith("listing:"))
        .containsExactly("listing:shopify/acme/X 1", "listing:shopify/acme/X 2");
    assertThat(shelf.listingsOf("B")).extracting(Listing::version).containsExactly(2);
  }

  @Test
  void refusesWrongListingsByName() {
    shelf.put(ProductInput.of("A", "Mug"));

    ListingsStored stored =
        shelf.write(
            tx ->
                shelf.catalog.putListings(
                    tx,
                    List.of(
                        new ListingInput("shopify", "acme", "X", "NONE"),
                        new ListingInput(null, " ", "X\u0007", "A"),
                        new ListingInput("shopify", "acme", "Y", "A"),
                        new ListingInput("shopify", "acme", "Z", "A"),
                        new ListingInput("shopify", "acme", "Z ", "A"))));

    assertThat(stored.created()).isEqualTo(1);
    assertThat(stored.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "0 sku unknown",
            "1 channel required",
            "1 account required",
            "1 channelSku format",
            "3 channelSku duplicate",
            "4 channelSku duplicate");
  }

  @Test
  void suggestsWhatAChannelMayMean() {
    shelf.put(
        new ProductInput("MUG-RED-01", "Red mug", "4006381333931", null, null, null, null, null),
        ProductInput.of("MUG-RED-02", "Another red mug"),
        ProductInput.of("MUG-RED", "Plain red mug"),
        ProductInput.of("LAMP", "Lamp"));
    shelf.list("ebay", "acme", "rot", "LAMP");

    assertThat(shelf.suggest("mug red 01"))
        .extracting(suggestion -> suggestion.sku() + " " + suggestion.reason())
        .containsExactly("MUG-RED-01 SAME_LETTERS", "MUG-RED BEGINNING", "MUG-RED-02 SIMILAR");
    assertThat(shelf.suggest("4006381333931")).extracting(SkuSuggestion::reason).containsExactly(Reason.BARCODE);
    assertThat(shelf.suggest("rot")).extracting(SkuSuggestion::reason).containsExactly(Reason.LISTED_ELSEWHERE);
    assertThat(shelf.suggest("\0")).isEmpty();
    assertThat(shelf.suggest("---")).isEmpty();
  }

  @Test
  void pagesAndSearches() {
    List<ProductInput> inputs = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      inputs.add(ProductInput.of("S%02d".formatted(i), i % 5 == 0 ? "100%_cotton" : "wool"));
    }
    shelf.put(inputs.toArray(ProductInput[]::new));

    List<Sku> first = shelf.list(new SkuQuery(null, null, 10));
    List<Sku> next = shelf.list(new SkuQuery(null, first.getLast().sku(), 10));

    assertThat(first).hasSize(10).first().extracting(Sku::sku).isEqualTo("S00");
    assertThat(next).hasSize(10).first().extracting(Sku::sku).isEqualTo("S10");
    assertThat(shelf.list(new SkuQuery("0%_COT", null, 10))).hasSize(5);
    assertThat(shelf.list(new SkuQuery("s1", null, 100))).hasSize(10);
    assertThat(shelf.list(new SkuQuery("\0", null, 100))).isEmpty();
  }

  private static ChannelSku of(String sku) {
    return new ChannelSku("shopify", "acme", sku);
  }
}
