package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables that grow with every order are looked at lightly; a column with the default makes the whole sample large. */
class GrowingTablesTest {

  private static final String GROWING =
      """
      select c.relname
      from pg_class c
      where exists (
        select from pg_options_to_table(c.reloptions) o
        where o.option_name = 'autovacuum_analyze_scale_factor' and o.option_value::float >= 0.2)
      """;

  private static final String VACUUMED_OFTEN =
      """
      select c.relname
      from pg_class c
      where c.relname = any(:growing::text[]) and not exists (
        select from pg_options_to_table(c.reloptions) o
        where o.option_name = 'autovacuum_vacuum_insert_threshold' and o.option_value::int >= 100000)
      """;

  @RegisterExtension static final Db db = Db.fresh();

  @BeforeAll
  static void aDayOfRawMessages() {
    JdbcClient.create(db.dataSource())
        .sql("select inbox_body_add(date '2026-11-20', true)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void areSampledLightlyInEachColumn() {
    JdbcClient sql = JdbcClient.create(db.dataSource());
    List<@Nullable String> growing = sql.sql(GROWING).query(String.class).list();
    assertThat(growing).contains("journal", "inbox", "orders", "order_line", "personal_data", "routing_decision",
        "stock_ledger", "reservation", "fulfilment_order", "inbox_body_20261120", "inbox_body_default");

    List<@Nullable String> heavy =
        sql.sql(
                """
                select c.relname || '.' || a.attname
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                where c.relname = any(:growing::text[]) and a.attnum > 0 and not a.attisdropped
                  and coalesce(a.attstattarget, -1) not between 0 and 20
                """)
            .param("growing", growing.toArray(String[]::new))
            .query(String.class)
            .list();
    assertThat(heavy).as("a migration that adds a column says select sample_lightly(table)").isEmpty();
  }

  @Test
  void areNotVacuumedForEachFifthMore() {
    JdbcClient sql = JdbcClient.create(db.dataSource());
    List<@Nullable String> growing = sql.sql(GROWING).query(String.class).list();
    List<@Nullable String> often =
        sql.sql(VACUUMED_OFTEN).param("growing", growing.toArray(String[]::new)).query(String.class).list();
    assertThat(often).as("its migration says select vacuum_seldom(table)").isEmpty();
  }
}
