package dev.crossdock.killpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Decoded;
import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.killpoints.KillPoint.Side;
import dev.crossdock.orders.OrderCheck;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.JournalCheck;
import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process dies at each named step, on either side of it; the next one goes on, the channel tells again what it does
 * not know to be taken, and everything is there exactly once.
 */
class KillPointsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
  private static final int UNITS = 10;
  private static final int ORDERED = Doomed.WHOLE_UNITS + Doomed.NAMED_UNITS;

  @RegisterExtension static final Db db = Db.fresh();

  @TempDir private static Path folder;

  @BeforeAll
  static void found() {
    try (House house = new House(db.dataSource(), folder, BEGIN, 1_000)) {
      house.found();
    }
  }

  static Stream<Arguments> points() {
    return Stream.of(KillPoint.values()).flatMap(point -> Stream.of(Side.values()).map(s -> Arguments.of(point, s)));
  }

  @ParameterizedTest
  @MethodSource("points")
  void losesAndDoublesNothing(KillPoint point, Side side) throws IOException, InterruptedException, SQLException {
    String sku = point + "-" + side;
    long number = point.number(side);
    Instant begin = BEGIN.plus(Duration.ofHours(2 * number));
    try (House house = new House(db.dataSource(), folder, begin, 2_000 + number)) {
      house.sells(sku, UNITS);
    }

    List<String> taken = die(point, side, sku, begin);

    // every lease of the dead is over by then
    Instant later = begin.plus(Duration.ofHours(1));
    try (House next = new House(db.dataSource(), folder, later, 3_000 + number).numbered(number)) {
      goOn(next, sku, begin);
      assertThat(taken).allSatisfy(order -> assertThat(orders(next, order)).as("taken, so there").isEqualTo(1));
      account(next, sku);
    }
  }

  /** Lets a process die there; the orders that it said it had taken. */
  private static List<String> die(KillPoint point, Side side, String sku, Instant now)
      throws IOException, InterruptedException {
    List<String> said =
        Death.of(
            Doomed.class, folder,
            List.of(
                db.jdbcUrl(), db.user(), db.password(), folder.toString(), point.name(), side.name(), sku,
                now.toString()));
    return said.stream()
        .filter(line -> line.startsWith(Doomed.TAKEN))
        .map(line -> line.substring(Doomed.TAKEN.length()))
        .toList();
  }

  /** The next process; both messages come once more, for their sender never heard whether they were taken. */
  private static void goOn(House next, String sku, Instant told) {
    next.channel().takesStock(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}));
    next.channel().holds(Doomed.order(Doomed.named(sku), sku).build());
    // what the dead process stored is understood by its number: the first, the second, and what was fetched
    next.channel().says(new Decoded.Snapshot(Doomed.order(Doomed.whole(sku), sku).build()));
    next.channel().says(new Decoded.FetchNeeded(Doomed.named(sku), told));
    next.channel().says(new Decoded.Snapshot(Doomed.order(Doomed.named(sku), sku).build()));
    next.tell(Doomed.whole(sku), new Decoded.Snapshot(Doomed.order(Doomed.whole(sku), sku).build()));
    next.tell(Doomed.named(sku), new Decoded.FetchNeeded(Doomed.named(sku), told));
    next.work(sku);
  }

  private static void account(House next, String sku) throws SQLException {
    assertThat(orders(next, Doomed.whole(sku))).isEqualTo(1);
    assertThat(orders(next, Doomed.named(sku))).isEqualTo(1);
    assertThat(next.number("select sum(units) from reservation where sku = '" + sku + "'")).isEqualTo(ORDERED);
    assertThat(next.number("select sum(units) from fulfilment_order_line where sku = '" + sku + "'"))
        .isEqualTo(ORDERED);
    assertThat(next.number("select count(*) from inbox where state <> 'DONE'")).isZero();
    assertThat(next.number("select count(*) from journal_pending where entries > 0")).isZero();
    assertThat(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}).shown(sku)).hasValue(UNITS - ORDERED);
    assertThat(new InventoryCheck(next.assembly().door()).run(Merchant.MAIN)).isEmpty();
    assertThat(
            new OrderCheck(next.assembly().door(), next.assembly().stock(), new OrderCodec())
                .run(Merchant.MAIN)
                .violations())
        .isEmpty();
    assertThat(new JournalCheck(List.of()).run(db.dataSource(), Merchant.MAIN).violations()).isEmpty();
  }

  private static long orders(House next, String externalId) {
    return next.number("select count(*) from orders where external_id = '" + externalId + "'");
  }
}
