package dev.crossdock.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files into the catalogue, good and bad. */
class CatalogImportTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private final Set<String> appeared = new HashSet<>();
  private Shelf shelf;
  private CatalogImport imports;

  @BeforeEach
  void opens() {
    shelf = new Shelf(db.dataSource());
    imports = new CatalogImport(shelf.catalog, shelf.door);
  }

  @Test
  void readsProductsAndKits() {
    ImportReport report =
        products(
            "\uFEFFSKU;Title;weight_grams;active;components;colour\r\n"
                + "A;\"Mug; \"\"big\"\"\";350;yes;;red\r\nB;Spoon;;no\r\nKIT;Set;;;A*2 B;\r\n");

    assertThat(report).isEqualTo(new ImportReport(3, 3, 0, 0, 0, List.of()));
    assertThat(shelf.sku("A").title()).isEqualTo("Mug; \"big\"");
    assertThat(shelf.sku("B").active()).isFalse();
    assertThat(shelf.sku("KIT").components()).containsExactly(new Component("A", 2), new Component("B", 1));
    assertThat(appeared).containsExactlyInAnyOrder("A", "KIT");
  }

  @Test
  void tellsLineAndColumnOfEachBadRowAndKeepsTheOthers() {
    ImportReport report =
        products(
            "sku,title,weight_grams,components\nA,Mug,heavy,\nB,Spoon,5,\n,Nameless,,\nC,Set,,NONE*1\nD,Bad,,*2\n");

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(4);
    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "2 weight_grams format", "4 sku required", "5 components unknown", "6 components format");
  }

  @Test
  void namesTheColumnThatIsMissing() {
    assertThat(products("sku,name\nA,Mug\n").errors())
        .extracting(error -> error.column() + " " + error.rule())
        .containsExactly("title missing-column");
    assertThat(products("").errors()).hasSize(1);
  }

  @Test
  void keepsWhatCameBeforeAQuoteThatIsNeverClosed() {
    ImportReport report = products("sku,title\nA,Mug\nB,\"" + "x".repeat(3_000_000));

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.errors()).extracting(ImportReport.RowError::rule).containsExactly("unreadable");
  }

  @Test
  void readsManyRowsInChunks() {
    StringBuilder csv = new StringBuilder("sku\ttitle\n");
    for (int i = 0; i < 2_500; i++) {
      csv.append("S").append(i).append("\tThing\n");
    }

    assertThat(products(csv.toString()).created()).isEqualTo(2_500);
    assertThat(products(csv.toString()).unchanged()).isEqualTo(2_500);
  }

  @Test
  void readsListings() {
    shelf.put(ProductInput.of("A", "Mug"));

    ImportReport report =
        imports.listings(
            Merchant.MAIN,
            Shelf.CAUSE,
            new StringReader("channel|account|channel_sku|sku\nshopify|acme|X|A\nshopify|acme|Y|NONE\n"),
            (tx, stored) -> stored.resolvable().forEach(channelSku -> appeared.add(channelSku.sku())));

    assertThat(report.created()).isEqualTo(1);
    assertThat(appeared).containsExactly("X");
    assertThat(report.errors()).extracting(ImportReport.RowError::line).containsExactly(3L);
  }

  private ImportReport products(String csv) {
    return imports.products(
        Merchant.MAIN, Shelf.CAUSE, new StringReader(csv), (tx, stored) -> appeared.addAll(stored.appeared()));
  }
}
