package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.FilePreview;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.testing.Db;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of adjustments, documents and counts on a real database. */
class FileImportsTest {

  private static final DocumentQuery ALL = new DocumentQuery(null, null, null, 10);

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;
  private FileImports files;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC", "LAX").count("A", "NYC", 10).count("B", "NYC", 5);
    world.skus.addAll(Set.of("C", "GR\u00d6SSE"));
    files = new FileImports(
        world.stock, world.purchaseOrders, world.transfers, world.counts, (tx, more) -> world.rose.addAll(more),
        world.ids);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void judgesEachAdjustmentByItself() {
    assertThat(answers(FileKind.ADJUSTMENTS, """
        SKU;Location;Delta;Reason;Happened at
        A;NYC;-2;damaged;
        Z;NYC;1;found;
        A;NYC;-900;lost;
        B;NYC;1000000000000;found;
        B;NYC;many;found;
        B;NYC;3;stolen by gulls;
        B;NYC;3;found;yesterday
        B;;3;found;
        B;NYC;+3;Found;2020-01-01T00:00:00Z
        """))
        .containsExactly(
            "2 taken ", "3 sku unknown", "4 delta range", "5 delta range", "6 delta format", "7 reason unknown",
            "8 happenedAt format", "9 location required", "10 taken ");
    assertThat(world.level("A", "NYC")).isEqualTo("8/0");
    assertThat(world.level("B", "NYC")).isEqualTo("8/0");
    assertThat(world.rose).containsExactly("B");
  }

  @Test
  void makesOneOrderOfTheRowsThatBelongTogetherAndLeavesOutTheBad() {
    assertThat(answers(FileKind.PURCHASE_ORDERS, """
        number,supplier,location,sku,units,expected on
        P-1,ACME,NYC,A,4,2026-12-01
        P-1,ACME,NYC,NO,4,
        P-1,ACME,NYC,B,0,
        P-1,OTHER,NYC,B,1,
        P-1,ACME,NYC,B,6,
        P-2,ACME,MOON,A,1,
        """))
        .containsExactly(
            "2 taken P-1", "3 sku unknown", "4 units range", "5 supplier differs", "6 taken P-1", "7 location unknown");
    List<PurchaseOrder> placed = world.read(tx -> world.purchaseOrders.list(tx, ALL));
    assertThat(placed).hasSize(1);
    assertThat(placed.getFirst().outstanding()).isEqualTo(10);
    assertThat(placed.getFirst().expectedOn()).isEqualTo("2026-12-01");
  }

  @Test
  void receivesWhatArrivedAndRefusesWhatIsTooMuch() {
    answers(FileKind.PURCHASE_ORDERS,
        "number,supplier,location,sku,units,overPerCent\nP-1,ACME,NYC,A,4,0\nP-1,ACME,NYC,B,6,0\n");

    assertThat(answers(FileKind.RECEIPTS, """
        order,reference,sku,units,damaged
        P-1,DN-1,A,3,1
        P-1,DN-1,B,7,
        P-1,DN-1,C,1,
        P-9,DN-1,A,1,
        P-1,DN-2,B,6,
        """))
        .containsExactly(
            "2 taken P-1", "3 units over-receipt", "4 sku unknown", "5 order unknown", "6 taken P-1");
    assertThat(world.level("A", "NYC")).isEqualTo("13/0");
    assertThat(world.level("B", "NYC")).isEqualTo("11/0");
  }

  @Test
  void requestsTransfersOfWhatIsThere() {
    assertThat(answers(FileKind.TRANSFERS, """
        number,from,to,sku,units
        T-1,NYC,LAX,A,4
        T-1,NYC,LAX,B,50
        T-2,NYC,NYC,A,1
        """))
        .containsExactly("2 taken T-1", "3 units lacking", "4 to same");
    assertThat(world.level("A", "NYC")).isEqualTo("10/4");
  }

  @Test
  void shipsAndReceivesTransfers() {
    answers(FileKind.TRANSFERS, "number,from,to,sku,units\nT-1,NYC,LAX,A,4\nT-1,NYC,LAX,B,2\n");

    assertThat(answers(FileKind.TRANSFER_SHIPMENTS, """
        transfer,sku,units
        T-1,A,3
        T-1,B,9
        T-1,C,1
        T-9,A,1
        """))
        .containsExactly("2 taken T-1", "3 units range", "4 sku unknown", "5 transfer unknown");
    assertThat(world.level("A", "NYC")).isEqualTo("7/0");
    assertThat(world.level("B", "NYC")).as("nothing of it left").isEqualTo("5/0");

    assertThat(answers(FileKind.TRANSFER_RECEIPTS, """
        transfer,reference,sku,units,damaged
        T-1,DN-1,A,2,1
        T-1,DN-2,A,-1,
        T-1,DN-4,A,1000000000000,
        T-1,DN-3,A,x,
        """))
        .containsExactly("2 taken T-1", "3 units range", "4 units range", "5 units format");
    assertThat(world.level("A", "LAX")).isEqualTo("2/0");
    assertThat(answers(FileKind.TRANSFER_RECEIPTS, "transfer,reference,sku,units\nT-1,DN-1,A,1\n"))
        .containsExactly("2 reference duplicate");
  }

  @Test
  void beginsCountsOfWhatIsListed() {
    assertThat(answers(FileKind.COUNT_LISTS, """
        number,location,sku,bin,approve above
        C-8,NYC,A,,5
        C-8,NYC,NO,,5
        C-8,LAX,B,,5
        C-9,MOON,A,,
        """))
        .containsExactly("2 taken C-8", "3 sku unknown", "4 location differs", "5 location unknown");
    assertThat(answers(FileKind.COUNTS, "count,sku,units\nC-8,A,6\n")).containsExactly("2 taken C-8");
    assertThat(world.level("A", "NYC")).isEqualTo("6/0");
  }

  @Test
  void takesWhatWasCounted() {
    world.write(tx -> world.counts.begin(tx, new CountInput("C-1", "NYC", 1_000, List.of(
        new CountInput.Line("A", null), new CountInput.Line("B", null)))));

    assertThat(answers(FileKind.COUNTS, "count,sku,bin,units\nC-1,A,,9\nC-1,C,,1\nC-1,B,X-1,1\nC-1,B,,-1\nC-7,A,,1\n"))
        .containsExactly("2 taken C-1", "3 sku unknown", "4 sku unknown", "5 units range", "6 count unknown");
    assertThat(world.level("A", "NYC")).isEqualTo("9/0");
  }

  @Test
  void takesTheLotsOfASkuTogetherOrNotAtAll() {
    world.tracked("MILK", Tracking.LOT_EXPIRY, 0).tracked("TEA", Tracking.LOT, 0).tracked("PHONE", Tracking.SERIAL, 0);
    world.write(tx -> world.counts.begin(tx, new CountInput("C-2", "NYC", 1_000, List.of(
        new CountInput.Line("MILK", null), new CountInput.Line("TEA", null), new CountInput.Line("PHONE", null),
        new CountInput.Line("A", null)))));

    assertThat(answers(FileKind.COUNTS, """
        count,sku,units,lot,expires on
        C-2,MILK,4,L1,2199-01-31
        C-2,MILK,2,L2,31.01.2199
        C-2,TEA,3,T1,
        C-2,TEA,,T2,
        C-2,PHONE,1,S1,
        C-2,PHONE,2,S2,
        C-2,A,9,,
        """))
        .containsExactly(
            "2 lot incomplete", "3 expiresOn format", "4 lot incomplete", "5 units required", "6 lot incomplete",
            "7 units range", "8 taken C-2");
    assertThat(answers(FileKind.COUNTS, """
        count,sku,units,lot,expires on
        C-2,MILK,4,L1,2199-01-31
        C-2,MILK,2,L2,2199-02-28
        C-2,MILK,0,L3,
        C-2,TEA,3,T1,
        C-2,PHONE,1,S1,
        C-2,PHONE,1,S2,
        """))
        .allMatch(answer -> answer.endsWith(" taken C-2"));
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=4 L2=2");
    assertThat(world.lots("TEA", "NYC") + " " + world.lots("PHONE", "NYC")).isEqualTo("T1=3 S1=1 S2=1");
  }

  @Test
  void doesNothingTwiceForTheSameFile() {
    byte[] file = "sku,location,delta,reason\nA,NYC,5,found\n".getBytes(StandardCharsets.UTF_8);

    FileImports.Taken first = world.write(tx -> files.take(tx, FileKind.ADJUSTMENTS, "a.csv", file));
    FileImports.Taken again = world.write(tx -> files.take(tx, FileKind.ADJUSTMENTS, "b.csv", file));

    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(again.file()).isEqualTo(first.file());
    assertThat(world.level("A", "NYC")).isEqualTo("15/0");
  }

  @Test
  void saysWhyAFileCannotBeReadAtAll() {
    assertThat(answers(FileKind.ADJUSTMENTS, "")).containsExactly("1 sku missing-column");
    assertThat(answers(FileKind.TRANSFERS, "number,from,to,sku\n")).containsExactly("1 units missing-column");
    assertThat(answers(FileKind.ADJUSTMENTS, "sku,location,delta,reason\nA,NYC,1,found\n\"A,NYC,1"))
        .contains("2 taken ");
  }

  @Test
  void showsBeforehandWhatItUnderstands() {
    byte[] file = "\u00efArtikel;SKU;Ort;On hand\nTasse;GR\u00d6SSE;x;4\n".substring(1)
        .getBytes(Charset.forName("windows-1252"));

    FilePreview preview = FilePreview.of(FileKind.STOCK, file);

    assertThat(preview.encoding()).isEqualTo("windows-1252");
    assertThat(preview.separator()).isEqualTo(';');
    assertThat(preview.columns()).extracting(FilePreview.Column::meaning).containsExactly("", "sku", "", "onHand");
    assertThat(preview.missing()).containsExactly("location");
    assertThat(preview.rows()).isEqualTo(1);
    assertThat(preview.sample()).containsExactly(List.of("Tasse", "GR\u00d6SSE", "x", "4"));
  }

  private List<String> answers(FileKind kind, String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    FileImports.Taken taken = world.write(tx -> files.take(tx, kind, "", file));
    List<RowAnswer> answers = world.read(tx -> files.answers(tx, taken.file().id()));
    assertThat(taken.file().total()).isEqualTo(answers.size());
    return answers.stream()
        .map(row -> row.line() + (row.taken() ? " taken " + row.document() : " " + row.field() + " " + row.rule()))
        .toList();
  }
}
