package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.imports.ImportWorker;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.Db;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of counts on a real database. */
class StockImportsTest {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;
  private StockImports imports;
  private int chunks;
  private int diesAtChunk = Integer.MAX_VALUE;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC", "LAX");
    world.skus.addAll(Set.of("A", "B", "GRÖSSE-Ü"));
    imports = new StockImports(world.ids, () -> {});
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void writesDifferencesOnly() {
    world.count("A", "NYC", 5).count("A", "LAX", 1);

    StockImport done = applied("sku,location,onHand\nA,NYC,5\nA,LAX,9\nB,NYC,0\n");

    assertThat(done).extracting(StockImport::total, StockImport::changed, StockImport::unchanged, StockImport::refused)
        .containsExactly(3, 2, 1, 0);
    assertThat(done.finished()).isTrue();
    assertThat(world.level("A", "LAX")).isEqualTo("9/0");
    assertThat(world.rose).containsExactly("A");
  }

  @Test
  void answersEachBadRowByItsLineAndTakesTheOthers() {
    StockImport done =
        applied(
            """
            sku,location,onHand
            A,NYC,7
            Z,NYC,1
            A,SEA,1
            B,NYC,-1
            B,LAX,1000000000000
            B,LAX
            A,LAX,1.5
            A,LAX,999999999999999999999999999999

            "A,B",NYC,1
            B,\0,1
            """);

    assertThat(errors(done))
        .containsExactly(
            "3 sku unknown", "4 location unknown", "5 onHand range", "6 onHand range", "7 onHand required",
            "8 onHand format", "9 onHand range", "11 sku unknown", "12 location unknown");
    assertThat(done.changed()).isEqualTo(1);
    assertThat(done.done()).isEqualTo(done.total()).isEqualTo(10);
    assertThat(world.level("A", "NYC")).isEqualTo("7/0");
  }

  @Test
  void countsByLotWhereTheSkuIsKeptByLot() {
    world.tracked("MILK", Tracking.LOT_EXPIRY, 0).tracked("TV", Tracking.SERIAL, 0);

    StockImport done =
        applied(
            """
            SKU;Location;Quantity;Lot;Expires on
            MILK;NYC;7;L1;2199-01-01
            MILK;NYC;2;L2;2199-02-01
            MILK;NYC;2;L3;
            MILK;LAX;2;L1;2199-02-01
            MILK;LAX;2;L4;next week
            MILK;LAX;9;;
            TV;LAX;1;S-1;
            TV;LAX;1;S-1;
            TV;LAX;2;S-2;
            TV;NYC;1;S-3;
            TV;LAX;1;S-3;
            A;NYC;1;L1;
            A;LAX;1;;
            """);

    assertThat(errors(done))
        .containsExactly(
            "2 expiresOn differs", "4 expiresOn required", "6 expiresOn format", "7 lot required", "8 sku duplicate",
            "9 sku duplicate", "10 onHand range", "11 lot in-stock", "13 lot not-tracked");
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L2=2");
    assertThat(world.lots("MILK", "LAX")).isEqualTo("L1=2");
    assertThat(world.lots("TV", "LAX")).isEqualTo("S-3=1");
    assertThat(world.level("A", "LAX")).isEqualTo("1/0");
  }

  @Test
  void refusesEveryCountOfALevelThatIsCountedTwice() {
    StockImport done = applied("sku,location,onHand\nA,NYC,7\nB,NYC,1\nA,NYC,8\nA,NYC,8\n");

    assertThat(errors(done)).containsExactly("2 sku duplicate", "4 sku duplicate", "5 sku duplicate");
    assertThat(world.level("A", "NYC")).isEqualTo("none");
    assertThat(world.level("B", "NYC")).isEqualTo("1/0");
  }

  @Test
  void readsWhatSpreadsheetsWrite() {
    String semicolons = "SKU;Location;On hand;Comment\r\nGRÖSSE-Ü;NYC;%d;schön\r\n";

    for (Charset charset :
        List.of(StandardCharsets.UTF_8, WESTERN, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      int units = charset.name().length() + charset.name().codePointAt(charset.name().length() - 2);
      boolean marked = charset.name().startsWith("UTF-");
      byte[] file = ((marked ? "\uFEFF" : "") + semicolons.formatted(units)).getBytes(charset);
      assertThat(errors(applied(file))).as(charset.name()).isEmpty();
      assertThat(world.level("GRÖSSE-Ü", "NYC")).as(charset.name()).isEqualTo(units + "/0");
    }
    ByteArrayOutputStream wronglyMarked = new ByteArrayOutputStream();
    wronglyMarked.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    wronglyMarked.writeBytes(semicolons.formatted(3).getBytes(WESTERN));
    assertThat(errors(applied(wronglyMarked.toByteArray()))).isEmpty();
    assertThat(world.level("GRÖSSE-Ü", "NYC")).isEqualTo("3/0");
  }

  @Test
  void readsLinesOfJson() {
    StockImport done =
        applied(
            """
            {"sku":"A","location":"NYC","onHand":4}
            {"sku":"A","location":"LAX"}
            not json

            {"sku":"B","location":"NYC","onHand":"6"}
            """);

    assertThat(errors(done)).containsExactly("2 onHand required", "3  unreadable");
    assertThat(world.level("A", "NYC")).isEqualTo("4/0");
    assertThat(world.level("B", "NYC")).isEqualTo("6/0");
  }

  @Test
  void saysWhyAFileCannotBeReadAtAll() {
    assertThat(errors(applied("article,place\nA,NYC\n"))).containsExactly("1  missing-column");
    assertThat(errors(applied(""))).containsExactly("1  missing-column");
    assertThat(errors(applied("sku,location,onHand\nA,NYC,1\nB,\"NYC,1\n"))).isNotEmpty();
  }

  @Test
  void goesOnWhereAProcessDied() {
    StringBuilder file = new StringBuilder("sku,location,onHand\n");
    for (int i = 0; i < 3_500; i++) {
      world.skus.add("S-" + i);
      file.append("S-").append(i).append(",NYC,").append(i % 7 + 1).append('\n');
    }
    StockImport begun = begin(file.toString().getBytes(StandardCharsets.UTF_8));
    diesAtChunk = 3;
    try {
      worker().drain(World.MERCHANT);
    } catch (IllegalStateException died) {
      assertThat(died).hasMessage("killed");
    }
    StockImport between = world.read(tx -> imports.find(tx, begun.id()).orElseThrow());
    assertThat(between.changed()).isEqualTo(2_000);
    assertThat(between.finished()).isFalse();

    diesAtChunk = Integer.MAX_VALUE;
    worker().drain(World.MERCHANT);

    StockImport done = world.read(tx -> imports.find(tx, begun.id()).orElseThrow());
    assertThat(done.changed()).isEqualTo(3_500);
    assertThat(done.finished()).isTrue();
    long rows = world.sql.sql("select count(*) from stock_ledger").query(Long.class).single();
    assertThat(rows).isEqualTo(3_500);
  }

  private StockImport applied(String file) {
    return applied(file.getBytes(StandardCharsets.UTF_8));
  }

  private StockImport applied(byte[] file) {
    StockImport begun = begin(file);
    worker().drain(World.MERCHANT);
    return world.read(tx -> imports.find(tx, begun.id()).orElseThrow());
  }

  private StockImport begin(byte[] file) {
    return world.write(tx -> imports.begin(tx, file));
  }

  private ImportWorker worker() {
    return new ImportWorker(world.door, world.stock, this::note, () -> List.of(World.MERCHANT));
  }

  private void note(Tx tx, Set<String> skus) {
    world.rose.addAll(skus);
    chunks++;
    if (chunks >= diesAtChunk) {
      throw new IllegalStateException("killed");
    }
  }

  private List<String> errors(StockImport done) {
    List<RowError> errors = world.read(tx -> imports.errors(tx, done.id(), 0, 100));
    return errors.stream().map(error -> error.line() + " " + error.field() + " " + error.rule()).toList();
  }
}
