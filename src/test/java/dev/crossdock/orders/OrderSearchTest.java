package dev.crossdock.orders;

import static dev.crossdock.orders.OrderRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.Retention;
import dev.crossdock.orders.OrderQuery.Parsed;
import dev.crossdock.orders.OrderSearch.Page;
import dev.crossdock.orders.OrderSearch.Row;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSearchTest {

  private static final String FILTERS = """
                               | 1 2 3 4 5
      is:open                  | 1 2 3 5
      -is:open                 | 4
      is:held                  | 2
      hold:address             | 2
      hold:payment             |
      -hold:any                | 1 3 4 5
      hold:none is:open        | 1 3 5
      is:attention             | 3
      headline:needs-attention | 3
      headline:on-hold         | 2
      headline:cancelled       | 4
      headline:to-route        | 1 5
      is:late                  | 5
      is:at-risk               | 1 5
      due:none                 | 2 3 4
      due:<24h                 | 1 5
      -due:any                 | 2 3 4
      channel:amazon           | 3
      channel:shopify/acme     | 1 2 4 5
      -channel:shopify,amazon  |
      ext:#2                   | 2
      ext:x2                   | 2
      sku:A-1                  | 1 2
      sku:ZZ                   | 3
      country:at,de            | 1 3
      -country:DE              | 2 3 4 5
      total:>=20eur            | 3
      total:10eur..10eur       | 1 2 4 5
      total:5..15usd           |
      tag:vip                  | 1
      tag:vi                   |
      placed:<today            | 5
      is:unplaced              | 1 2 3
      is:test                  | 5
      2                        | 2
      #3                       | 3
      A-1                      | 1 2
      nothing                  |
      %                        |
      '                        |
      """;

  @RegisterExtension
  final Db db = Db.fresh();

  private final OrderRows rows = new OrderRows(db.dataSource());
  private final Door door = new Door(db.dataSource(), InstantSource.fixed(NOW));
  private final PersonalData people = new PersonalData(new byte[32], Retention.USUAL);
  private final OrderSearch search = new OrderSearch(people);

  @Test
  void showsAnOrderWithItsUnitsAndWhatIsWrong() {
    OrderId id = rows.order("1001", Map.of("total_minor", 4100L, "ship_by", NOW.toString(), "ship_country", "DE"));
    rows.line(id, 1, "A-1", Map.of());
    rows.line(id, 2, "B-2", Map.of("ordered", 3, "unplaced", 0, "shipped", 3));
    rows.exception("MAPPING_MISSING", "mapping:shopify/acme/B-2", Map.of("order_id", id.value()));

    Row row = find("").getFirst();

    assertThat(row.number()).isEqualTo("1001");
    assertThat(row.channel()).isEqualTo(new ChannelRef("shopify", "acme", "x1001"));
    assertThat(row.units()).isEqualTo(new Buckets(2, 0, 0, 0, 0, 3, 0, 0));
    assertThat(row.headline()).isEqualTo(new Headline(Headline.Word.ATTENTION, "SKU not mapped"));
    assertThat(row.total()).isEqualTo(4100);
    assertThat(row.shipBy()).isEqualTo(NOW);
  }

  @Test
  void findsWhatTheFilterSays() {
    OrderId one = rows.order("1", Map.of(
        "ship_by", NOW.plus(Duration.ofHours(3)).toString(), "ship_country", "DE", "tags", "gift,vip"));
    OrderId two = rows.order("2", Map.of("headline", "ON_HOLD"));
    rows.hold(two, "ADDRESS");
    OrderId three = rows.order("3", Map.of("channel", "amazon", "total_minor", 2000L, "ship_country", "AT"));
    rows.exception("MAPPING_MISSING", "m", Map.of("order_id", three.value()));
    rows.order("4", Map.of("lifecycle", "CANCELLED", "headline", "CANCELLED"));
    rows.order("5", Map.of(
        "ship_by", NOW.minusSeconds(1).toString(), "placed_at", NOW.minus(Duration.ofDays(1)).toString(), "test", true));
    rows.line(one, 1, "A-1", Map.of());
    rows.line(two, 1, "A-1", Map.of());
    Map<String, Object> unmapped = new HashMap<>(Map.of("channel_sku", "ZZ"));
    unmapped.put("sku", null);
    rows.line(three, 1, "none", unmapped);

    for (String line : FILTERS.lines().toList()) {
      String[] told = line.split("\\|", 2);
      List<String> found = find(told[0]).stream().map(Row::number).sorted().toList();

      assertThat(String.join(" ", found)).as(told[0]).isEqualTo(told[1].strip());
      assertThat(count(told[0])).as(told[0]).isEqualTo(found.size());
      assertThat(foundAmongMany(told[0])).as("the same on the way through all: " + told[0])
          .containsExactlyElementsOf(found);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sort:placed", "sort:due", "is:open sort:due"})
  void pagesShowEveryOrderOnceAlsoAmongEquals(String filter) {
    for (int n = 0; n < 23; n++) {
      Map<String, Object> given = new HashMap<>();
      given.put("placed_at", NOW.minusSeconds(n / 4).toString());
      given.put("ship_by", n % 3 == 0 ? null : NOW.plusSeconds(n / 5).toString());
      rows.order("N" + n, given);
    }
    List<Row> all = find(filter);
    assertThat(all).hasSize(23).doesNotHaveDuplicates();

    List<Row> paged = new ArrayList<>();
    String after = null;
    do {
      String from = after;
      Page page = read(tx -> search.page(tx, query(filter), from, 5));
      paged.addAll(page.rows());
      after = page.next();
    } while (after != null);

    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  void theHoldsAreAskedWhereAnOlderVersionWroteTheOrder() {
    OrderId one = rows.order("1", Map.of());
    rows.order("2", Map.of());
    rows.hold(one, "ADDRESS");
    rows.hold(one, "PAYMENT");
    assertThat(find("is:held")).extracting(Row::number).containsExactly("1");

    rows.release(one, "ADDRESS");
    assertThat(find("is:held")).extracting(Row::number).containsExactly("1");
    assertThat(find("hold:address")).isEmpty();
    assertThat(foundAmongMany("hold:payment")).containsExactly("1");

    rows.release(one, "PAYMENT");
    assertThat(find("is:held")).isEmpty();
    assertThat(find("hold:none")).hasSize(2);
  }

  @Test
  void sortsByWhatIsDueFirstAndPutsTheRestBehind() {
    rows.order("late", Map.of("ship_by", NOW.minusSeconds(9).toString()));
    rows.order("none", Map.of());
    rows.order("soon", Map.of("ship_by", NOW.plusSeconds(9).toString()));

    assertThat(find("sort:due")).extracting(Row::number).containsExactly("late", "soon", "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "bm8", "LSAwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA"})
  void takesACursorThatIsNoneAsTheFirstPage(String cursor) {
    rows.order("1", Map.of());

    assertThat(read(tx -> search.page(tx, OrderQuery.ALL, cursor, 5)).rows()).hasSize(1);
  }

  @Test
  void opensTheOneOrderThatANumberMeans() {
    OrderId one = rows.order("1001", Map.of("external_number", "R-7", "external_id", "77"));
    rows.order("1002", Map.of("external_number", "R-8"));
    rows.order("1003", Map.of("external_number", "R-8", "account", "other"));

    assertThat(byNumber(" 1001 ")).contains(one);
    assertThat(byNumber("R-7")).contains(one);
    assertThat(byNumber("77")).contains(one);
    assertThat(byNumber("R-8")).isEmpty();
    assertThat(byNumber("none\0")).isEmpty();
    assertThat(byChannel("shopify", "77")).containsExactly(one);
    assertThat(byChannel("amazon", "77")).isEmpty();
  }

  @Test
  void keepsToOneMerchant() {
    rows.order("1", Map.of("merchant", 2));

    assertThat(find("")).isEmpty();
    assertThat(count("")).isZero();
    assertThat(byNumber("1")).isEmpty();
  }

  @Test
  void tellsWhatChangedSinceAPageWasShown() {
    OrderId one = rows.order("1", Map.of());
    OrderId two = rows.order("2", Map.of("lifecycle", "CANCELLED"));
    rows.order("3", Map.of("received_at", NOW.plusSeconds(5).toString()));

    List<OrderId> shown = List.of(one, two);
    Set<OrderId> matching = read(tx -> search.stillMatching(tx, query("is:open"), shown));
    List<Row> now = read(tx -> search.rows(tx, shown));
    int fresh = read(tx -> search.receivedSince(tx, query("is:open"), NOW));

    assertThat(matching).containsExactly(one);
    assertThat(now).hasSize(2);
    assertThat(fresh).isEqualTo(1);
  }

  private List<Row> find(String filter) {
    return read(tx -> search.page(tx, query(filter), null, 100)).rows();
  }

  /** As if whatever a word stands for were too many to be looked up. */
  private List<String> foundAmongMany(String filter) {
    OrderSearch scanning = new OrderSearch(people, 0);
    return read(tx -> scanning.page(tx, query(filter), null, 100)).rows().stream().map(Row::number).sorted().toList();
  }

  private Optional<OrderId> byNumber(String number) {
    return read(tx -> search.byNumber(tx, number));
  }

  private List<OrderId> byChannel(String channel, String id) {
    return read(tx -> search.byChannel(tx, channel, id));
  }

  private int count(String filter) {
    return read(tx -> search.count(tx, query(filter)));
  }

  private <T> T read(Function<Tx, T> work) {
    return door.read(Merchant.MAIN, work);
  }

  private static OrderQuery query(String filter) {
    return switch (OrderQuery.parse(filter, NOW, ZoneOffset.UTC)) {
      case Parsed.Understood understood -> understood.query();
      case Parsed.Misunderstood wrong -> throw new AssertionError(wrong.mistakes());
    };
  }
}
