package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.architecture.SqlTexts.Text;
import dev.crossdock.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose table it is, and whose merchant: read from the migrations and from the SQL in the sources. */
class SqlRulesTest {

  private static final Map<String, String> GLOBAL = exceptions("table");
  private static final Map<String, String> ACROSS_MERCHANTS = exceptions("statement");

  private static final Schema SCHEMA = Schema.ofProject(GLOBAL);
  private static final List<Text> TEXTS = SqlTexts.of(
      Sources.below(Shared.project().resolve("src/main/java"), Shared.project()), SCHEMA.owners().keySet());

  @Test
  void everyTableBeginsWithItsMerchant() {
    assertThat(SCHEMA.owners()).containsKeys("journal", "inbox", "sku", "stock_level", "orders", "channel_account");
    assertThat(SCHEMA.findings()).isEmpty();
  }

  @Test
  void everyStatementKeepsToItsTablesAndItsMerchant() {
    List<String> found = new ArrayList<>();
    for (Text text : TEXTS) {
      if (!ACROSS_MERCHANTS.containsKey(text.name())) {
        String capability = text.place().replaceFirst(".*/dev/crossdock/", "").split("/")[0];
        SqlRules.findings(capability, text.sql(), text.whole(), SCHEMA)
            .forEach(fault -> found.add(text.place() + " " + fault));
      }
    }
    assertThat(TEXTS).as("statements read").hasSizeGreaterThan(10);
    assertThat(found).isEmpty();
  }

  @Test
  void everyExceptionIsStillNeeded() {
    assertThat(TEXTS.stream().map(Text::name)).containsAll(ACROSS_MERCHANTS.keySet());
    assertThat(SCHEMA.names()).containsAll(GLOBAL.keySet());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "select * from orders o where o.id = :id and 1 = :merchant          | names no merchant for orders o",
      "select merchant from orders                                        | names no merchant for orders",
      "select * from orders where merchant = 1                            | binds no :merchant",
      "select * from orders o join order_line l on l.order_id = o.id where o.merchant = :merchant"
          + "                                                             | names no merchant for order_line l",
      "select * from orders o, order_line l where merchant = :merchant    | names no merchant for order_line l",
      "update orders set version = 2 where id = :id or 1 = :merchant      | names no merchant for orders",
      "update orders o set version = 2 from order_line l where l.merchant = :merchant | names no merchant for orders o",
      "with x as (select id from orders where id = :id) select * from x where merchant = :merchant"
          + "                                                             | names no merchant for orders",
      "select * from order_line l where l.merchant = :merchant and exists (select 1 from orders o where o.id = l.id)"
          + "                                                             | names no merchant for orders o",
      "delete from orders where id = any(:ids) and :merchant > 0          | names no merchant for orders",
      "insert into orders (id, merchant) values (:id, :merchant)          | inserts into orders without merchant first",
      "insert into orders select * from unnest(:merchants)                | inserts into orders without merchant first",
      "truncate orders                                                    | takes the whole of orders, all merchants",
      "select * from stock where merchant = :merchant                     | touches stock, which belongs to inventory",
      "select * from stray where merchant = :merchant                     | names stray, which no migration makes",
      "update orders set at = now() where merchant = :merchant            | calls now(): bind the value from Java",
      "update orders set at = current_timestamp where merchant = :merchant | reads current_timestamp",
      "insert into orders (merchant, id) values (:merchant, gen_random_uuid()) | calls gen_random_uuid()",
      "select id from orders where merchant = :merchant for update        | locks for update",
      "insert into orders (merchant, n) values (:merchant, (select 1))    | has a query in values",
      "merge into orders o using x on o.merchant = :merchant              | merges",
  })
  void findsAFaultyStatement(String sql, String fault) {
    assertThat(SqlRules.findings("orders", sql, true, small())).anyMatch(found -> found.startsWith(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select o.id, o.location from orders o where o.merchant = :merchant",
      "select * from orders o join order_line l on l.merchant = o.merchant and l.order_id = o.id "
          + "where o.merchant = :merchant order by o.id limit 5 for no key update of o",
      "select id from orders where merchant = :merchant limit 50 for update skip locked",
      "with due as (select id from orders where merchant = :merchant for update skip locked) "
          + "update orders o set version = version + 1 from due where o.merchant = :merchant and o.id = due.id",
      "insert into orders as o (merchant, id) select :merchant, r.id from unnest(:ids::uuid[]) as r (id) "
          + "on conflict (merchant, id) do update set id = excluded.id where o.version = 1 returning o.id",
      "select distinct on (o.id) o.id, extract(epoch from o.at), now from orders o "
          + "where (o.merchant, o.id) = (:merchant, 1)",
      "select * from orders where merchant = :merchant union all select * from order_line where merchant = :merchant",
      "delete from order_line l using orders o where o.merchant = :merchant and l.merchant = :merchant and l.id = o.id",
      "select o.now, s.n from pub_stock s join orders o using (merchant, id) where s.merchant = :merchant",
      "select count(*) from registry",
  })
  void letsAGoodStatementPass(String sql) {
    assertThat(SqlRules.findings("orders", sql, true, small())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "create table x (id uuid primary key)                                       | x does not begin with the column",
      "create table x (merchant int not null, id uuid primary key)                | x has a key that does not begin",
      "create table x (merchant int not null, id uuid, primary key (id))          | x has a key that does not begin",
      "create table x (merchant int not null, id uuid)                            | x has no primary key",
      "create table x (merchant int primary key, code text unique)                | x has a key that does not begin",
      "create table x (merchant int primary key, o uuid references orders (id))   | x has a key that does not begin",
      "create table x (merchant int primary key); alter table x add constraint u unique (code) | x has a key that does",
      "create unique index i on orders (number, merchant)           | orders has an index that does not begin",
      "create index i on orders using brin (at)                     | orders has an index that does not begin",
      "create table x (merchant int primary key, at timestamptz default now()) | a migration of orders calls now()",
      "create table x (merchant int primary key, n bigserial)   | a migration of orders counts by a sequence",
      "create trigger t before update on orders execute function f() | a migration of orders makes a trigger",
  })
  void findsAFaultyTable(String sql, String fault) {
    Schema schema = small();
    schema.read("orders", sql);

    assertThat(schema.findings()).anyMatch(found -> found.startsWith(fault));
  }

  @Test
  void hasNothingAgainstTheTablesOfThisTest() {
    assertThat(small().findings()).isEmpty();
  }

  @Test
  void readsStatementsAsJavaPutsThemTogether() {
    Source source = Sources.of("src/main/java/dev/crossdock/orders/internal/OrderStore.java", """
        class OrderStore {
          static final String COLUMNS = "o.id, o.version";
          static final String SELECT = "select " + COLUMNS + " from orders o where o.merchant = :merchant ";
          static final String LIST = SELECT + "order by o.id";
          static final String PAGE = "select %s from orders where merchant = :merchant %s".formatted(COLUMNS, tail);
          static final String PART = "join order_line l on l.id = o.id";
          static final String PROSE = "Select the orders from the list: all of them";
          static final String OTHER = "select 1 from orders where " + Conditions.MINE;
        }
        """);
    Source other = Sources.of("src/main/java/dev/crossdock/orders/internal/Conditions.java", """
        class Conditions {
          static final String MINE = "merchant = :merchant";
        }
        """);

    assertThat(SqlTexts.of(List.of(source, other), small().owners().keySet())).extracting(Text::sql, Text::whole)
        .containsExactlyInAnyOrder(
            tuple("select o.id, o.version from orders o where o.merchant = :merchant order by o.id", true),
            tuple("select o.id, o.version from orders where merchant = :merchant " + SqlTexts.GAP, true),
            tuple("select 1 from orders where merchant = :merchant", true),
            tuple("join order_line l on l.id = o.id", false));
  }

  private static Map<String, String> exceptions(String kind) {
    Map<String, String> reasons = new TreeMap<>();
    Sources.read(Shared.project().resolve("src/test/resources/sql-exceptions.txt")).lines()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1).split(": ", 2))
        .forEach(parts -> reasons.put(parts[0], parts[1]));
    return reasons;
  }

  private static Schema small() {
    Schema schema = new Schema(new TreeMap<>(Map.of("registry", "holds no merchant's data")));
    schema.read("orders", """
        create table orders (merchant int not null, id uuid not null, primary key (merchant, id), check (n > 0));
        create table order_line (merchant int not null, id uuid not null, primary key (merchant, id),
          foreign key (merchant, id) references orders (merchant, id));
        create index orders_by_number on orders (merchant, number);
        create table registry (id int primary key, code text not null unique);
        """);
    schema.read("inventory", """
        create table stock (merchant int not null, sku text, constraint once primary key (merchant, sku));
        create view pub_stock as select merchant, sku from stock; -- read by others
        """);
    return schema;
  }
}
