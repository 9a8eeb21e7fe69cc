package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.imports.ImportWorker;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.testing.Db;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures of stock, run by hand: {@code mvn test -Dtest=StockBenchmark}. It asserts what is true, never how fast. */
class StockBenchmark {

  private static final int SKUS = 25_000;
  private static final List<String> LOCATIONS = List.of("L1", "L2", "L3", "L4");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  /** Nine promises made and given back again for each count of a level, and many more for one hot level. */
  private static final String MANY =
      """
      insert into stock_ledger (merchant, sku, location, id, on_hand_delta, reserved_delta, reason, document, actor,
        correlation, happened_at, recorded_at)
      select 1, l.sku, l.location, gen_random_uuid(), 0, case n % 2 when 0 then -1 else 1 end,
        case n % 2 when 0 then 'RELEASED' else 'RESERVED' end, 'bench', 'SYSTEM bench', gen_random_uuid(),
        timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute'
      from stock_level l, generate_series(1, case when l.sku = 'SKU-0' and l.location = 'L1' then 200000 else 8 end) n
      """;

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;
  private StockImports imports;
  private ImportWorker worker;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations(LOCATIONS.toArray(new String[0]));
    for (int i = 0; i < SKUS; i++) {
      world.skus.add("SKU-" + i);
    }
    imports = new StockImports(world.ids, () -> {});
    worker = new ImportWorker(world.door, world.stock, (tx, skus) -> {}, () -> List.of(World.MERCHANT));
  }

  @Test
  void importsAHundredThousandRowsAndChecksAMillion() {
    timed("import, all rows new", () -> load(row -> row % 50));
    timed("import, nothing new", () -> load(row -> row % 50));
    timed("import, one row in ten changed", () -> load(row -> row % 10 == 0 ? row % 50 + 1 : row % 50));
    world.sql.sql(MANY).update();
    world.sql.sql("analyze").update();
    long rows = world.sql.sql("select count(*) from stock_ledger").query(Long.class).single();
    timed("check over " + rows + " ledger rows", () -> assertThat(world.violations()).isEmpty());
    AsOf asOf = new AsOf(LONG_AGO.plusSeconds(60_000), Instant.parse("2026-12-31T00:00:00Z"));
    timed("a SKU as it was", () -> then(PositionQuery.of("SKU-77"), asOf));
    timed("a SKU with 200,000 ledger rows as it was", () -> then(PositionQuery.of("SKU-0"), asOf));
    PositionQuery page = new PositionQuery(null, null, "L2", new StockKey("SKU-5", "L1"), 100);
    timed("a page of a location as it was", () -> then(page, asOf));
  }

  private void then(PositionQuery query, AsOf asOf) {
    int found = world.read(tx -> world.history.then(tx, query, asOf).size());
    assertThat(found).isPositive();
  }

  private void load(IntUnaryOperator units) {
    StringBuilder file = new StringBuilder("sku,location,onHand\n");
    for (int row = 0; row < SKUS * LOCATIONS.size(); row++) {
      file.append("SKU-").append(row / LOCATIONS.size()).append(',').append(LOCATIONS.get(row % LOCATIONS.size()))
          .append(',').append(units.applyAsInt(row)).append('\n');
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    StockImport begun = world.write(tx -> imports.begin(tx, bytes));
    worker.drain(World.MERCHANT);
    StockImport done = world.read(tx -> imports.find(tx, begun.id()).orElseThrow());
    assertThat(done.done()).isEqualTo(SKUS * LOCATIONS.size());
    assertThat(done.refused()).isZero();
  }

  private static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%s: %.3f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
