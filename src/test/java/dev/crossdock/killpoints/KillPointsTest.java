package dev.crossdock.killpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Decoded;
import dev.crossdock.killpoints.KillPoint.Side;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.JournalCheck;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.Oms;
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
 * One of two processes dies at each named step, on either side of it. The other, which lived along, takes over at once,
 * the channel tells again what it does not know to be taken, and everything is there exactly once; and still is when
 * the first has begun again.
 */
class KillPointsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
  /** Nobody waits for a lease of the dead to end. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final int UNITS = 10;
  private static final int ORDERED = Doomed.WHOLE_UNITS + Doomed.NAMED_UNITS;

  @RegisterExtension static final Db db = Db.fresh();

  @TempDir private static Path folder;

  @BeforeAll
  static void found() {
    try (House house = new House(db.dataSource(), folder, "founder", BEGIN, 1_000)) {
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
    try (House house = new House(db.dataSource(), folder, "founder", begin, 2_000 + number)) {
      house.sells(sku, UNITS);
    }
    try (House other = new House(db.dataSource(), folder, "other", begin.plus(SOON), 3_000 + number).numbered(number)) {
      List<String> taken = die(point, side, sku, begin);

      other.takesOver(Doomed.NODE);
      goOn(other, sku, begin);

      assertThat(taken).allSatisfy(order -> assertThat(orders(other, order)).as("taken, so there").isEqualTo(1));
      account(other, sku);
    }
    Instant later = begin.plus(SOON).plus(SOON);
    try (House again = new House(db.dataSource(), folder, Doomed.NODE, later, 4_000 + number).numbered(number)) {
      again.takesOver(Doomed.NODE);
      again.channel().takesStock(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}));
      again.work(sku);
      account(again, sku);
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

  /** The other process; both messages come once more, for their sender never heard whether they were taken. */
  private static void goOn(House other, String sku, Instant told) {
    other.channel().takesStock(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}));
    other.channel().holds(Doomed.order(Doomed.named(sku), sku).build());
    // what the dead process stored is understood by its number: the first, the second, and what was fetched
    other.channel().says(new Decoded.Snapshot(Doomed.order(Doomed.whole(sku), sku).build()));
    other.channel().says(new Decoded.FetchNeeded(Doomed.named(sku), told));
    other.channel().says(new Decoded.Snapshot(Doomed.order(Doomed.named(sku), sku).build()));
    other.tell(Doomed.whole(sku), new Decoded.Snapshot(Doomed.order(Doomed.whole(sku), sku).build()));
    other.tell(Doomed.named(sku), new Decoded.FetchNeeded(Doomed.named(sku), told));
    other.work(sku);
  }

  private static void account(House house, String sku) throws SQLException {
    assertThat(orders(house, Doomed.whole(sku))).isEqualTo(1);
    assertThat(orders(house, Doomed.named(sku))).isEqualTo(1);
    assertThat(house.number("select sum(units) from reservation where sku = '" + sku + "'")).isEqualTo(ORDERED);
    assertThat(house.number("select sum(units) from fulfilment_order_line where sku = '" + sku + "'"))
        .isEqualTo(ORDERED);
    assertThat(house.number("select count(*) from inbox where state <> 'DONE'")).isZero();
    assertThat(house.number("select count(*) from journal_pending where entries > 0")).isZero();
    assertThat(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}).shown(sku)).hasValue(UNITS - ORDERED);
    assertThat(Oms.violations(house.assembly())).isEmpty();
    assertThat(new JournalCheck(List.of()).run(db.dataSource(), Merchant.MAIN).violations()).isEmpty();
  }

  private static long orders(House house, String externalId) {
    return house.number("select count(*) from orders where external_id = '" + externalId + "'");
  }
}
