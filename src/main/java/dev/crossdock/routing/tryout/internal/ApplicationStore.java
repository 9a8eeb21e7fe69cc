package dev.crossdock.routing.tryout.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.tryout.Application;
import dev.crossdock.routing.tryout.Application.Cost;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Application.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of versions that are applied to orders. */
public final class ApplicationStore {

  /** One in the way of another is told by the row that is not there. */
  private static final String INSERT =
      """
      insert into routing_application (merchant, id, preview, state, version, revision, asked_by, total, changed, same,
        skipped, after_id, created_at)
      values (:merchant, :id, :preview, 'WAITING', :version, :revision, :by, :total, 0, 0, 0, :after,
        cast(:now as timestamptz))
      on conflict do nothing
      """;

  private static final String INSERT_ORDERS =
      """
      insert into routing_application_order (merchant, application, order_id)
      select :merchant, :id, r.order_id
      from unnest(:orders::uuid[]) as r(order_id)
      """;

  private static final String FIELDS =
      """
      select a.id, a.preview, a.state, a.version, a.revision, a.asked_by, a.total, a.changed, a.same, a.skipped,
        a.after_id, a.trouble, a.created_at, a.finished_at
      from routing_application a
      where a.merchant = :merchant
      """;

  private static final String FIND = FIELDS + "and a.id = :id";
  private static final String LIST = FIELDS + "and a.id < :before order by a.id desc limit :limit";
  private static final String NEXT =
      FIELDS + "and a.state in ('WAITING', 'RUNNING') order by a.preview, a.id limit 1";
  private static final String LOCK =
      FIELDS + "and a.id = :id and a.state in ('WAITING', 'RUNNING') for no key update of a skip locked";

  private static final String PAGE =
      """
      select o.order_id
      from routing_application_order o
      where o.merchant = :merchant and o.application = :id and o.order_id > :after
      order by o.order_id
      limit :limit
      """;

  private static final String PROGRESS =
      """
      update routing_application
      set state = 'RUNNING', after_id = :after, changed = changed + :changed, same = same + :same,
        skipped = skipped + :skipped
      where merchant = :merchant and id = :id and state in ('WAITING', 'RUNNING')
      """;

  private static final String END =
      """
      update routing_application
      set state = :state, trouble = :trouble, finished_at = cast(:now as timestamptz)
      where merchant = :merchant and id = :id and state in ('WAITING', 'RUNNING')
      """;

  private static final String TELL =
      """
      update routing_application_order o
      set number = r.number, outcome = r.outcome, words = r.words, cost_before = r.cost_before,
        cost_after = r.cost_after, currency = r.currency
      from unnest(:orders::uuid[], :numbers::text[], :outcomes::text[], :words::text[], :before::bigint[],
        :afterwards::bigint[], :currencies::text[])
        as r(order_id, number, outcome, words, cost_before, cost_after, currency)
      where o.merchant = :merchant and o.application = :id and o.order_id = r.order_id
      """;

  private static final String DROP =
      """
      delete from routing_application_order
      where merchant = :merchant and application = :id and order_id = any(:orders::uuid[])
      """;

  private static final String ITEMS =
      """
      select o.order_id, o.number, o.outcome, o.words, o.cost_before, o.cost_after, o.currency
      from routing_application_order o
      where o.merchant = :merchant and o.application = :id and o.order_id > :after and o.outcome is not null
      order by o.order_id
      limit :limit
      """;

  private static final String COSTS =
      """
      select o.currency, count(*) as orders, sum(o.cost_before) as before, sum(o.cost_after) as afterwards
      from routing_application_order o
      where o.merchant = :merchant and o.application = :id and o.outcome = 'CHANGED'
        and o.cost_before is not null and o.cost_after is not null
      group by o.currency
      order by o.currency
      """;

  private static final String TAKE =
      """
      insert into routing_application_unit (merchant, application, sku, location, taken)
      select :merchant, :id, r.sku, r.location, r.taken
      from unnest(:skus::text[], :locations::text[], :taken::int[]) as r(sku, location, taken)
      on conflict (merchant, application, sku, location) do update
      set taken = routing_application_unit.taken + excluded.taken
      """;

  private static final String TAKEN =
      """
      select u.sku, u.location, u.taken
      from routing_application_unit u
      where u.merchant = :merchant and u.application = :id and u.sku = any(:skus::text[])
      """;

  private static final String FORGET_UNITS =
      """
      delete from routing_application_unit u
      where u.merchant = :merchant and u.application in (
        select a.id
        from routing_application a
        where a.merchant = :merchant and a.finished_at < cast(:before as timestamptz)
      )
      """;

  private static final String FORGET_ORDERS =
      """
      delete from routing_application_order o
      where o.merchant = :merchant and o.application in (
        select a.id
        from routing_application a
        where a.merchant = :merchant and a.finished_at < cast(:before as timestamptz)
      )
      """;

  private static final String FORGET =
      "delete from routing_application where merchant = :merchant and finished_at < cast(:before as timestamptz)";

  private static final UUID FIRST = new UUID(0, 0);

  /** One that is under way, and the last order that was looked at. */
  public record Row(Application application, UUID after) {}

  /** Stores it with its orders; false when another is under way. */
  public boolean insert(Tx tx, Application application, List<UUID> orders) {
    int inserted =
        tx.sql(INSERT)
            .param("id", application.id())
            .param("preview", application.preview())
            .param("version", application.version())
            .param("revision", application.revision())
            .param("by", application.by())
            .param("total", application.total())
            .param("after", FIRST)
            .param("now", application.createdAt().toString())
            .update();
    if (inserted == 1 && !orders.isEmpty()) {
      tx.sql(INSERT_ORDERS)
          .params(Columns.of(orders).text("orders", id -> id).params())
          .param("id", application.id())
          .update();
    }
    return inserted == 1;
  }

  public Optional<Application> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id).query(ApplicationStore::row).optional().map(Row::application);
  }

  /** The latest first. */
  public List<Application> list(Tx tx, UUID before, int limit) {
    return tx.sql(LIST).param("before", before).param("limit", limit).query(ApplicationStore::row).list().stream()
        .map(Row::application)
        .toList();
  }

  /** One that is under way, without a lock. */
  public Optional<UUID> next(Tx tx) {
    return tx.sql(NEXT).query(ApplicationStore::row).optional().map(row -> row.application().id());
  }

  /** Locked; nothing when it has ended, or another process works on it. */
  public Optional<Row> lock(Tx tx, UUID id) {
    return tx.sql(LOCK).param("id", id).query(ApplicationStore::row).optional();
  }

  /** Orders that are still to be looked at. */
  public List<UUID> page(Tx tx, Row row, int limit) {
    return tx.sql(PAGE)
        .param("id", row.application().id())
        .param("after", row.after())
        .param("limit", limit)
        .query((found, n) -> found.getObject(1, UUID.class))
        .list();
  }

  /** Keeps what became of orders, up to this one. */
  public void progress(Tx tx, UUID id, UUID last, List<Item> items) {
    List<Item> same = items.stream().filter(item -> item.outcome() == Outcome.SAME).toList();
    List<Item> told = items.stream().filter(item -> item.outcome() != Outcome.SAME).toList();
    int changed = (int) told.stream().filter(item -> item.outcome() == Outcome.CHANGED).count();
    if (!same.isEmpty()) {
      tx.sql(DROP).params(Columns.of(same).text("orders", Item::order).params()).param("id", id).update();
    }
    if (!told.isEmpty()) {
      tell(tx, id, told);
    }
    int counted =
        tx.sql(PROGRESS)
            .param("id", id)
            .param("after", last)
            .param("changed", changed)
            .param("same", same.size())
            .param("skipped", told.size() - changed)
            .update();
    if (counted != 1) {
      throw new IllegalStateException("an application ended while it was locked");
    }
  }

  private static void tell(Tx tx, UUID id, List<Item> items) {
    int told =
        tx.sql(TELL)
            .params(
                Columns.of(items)
                    .text("orders", Item::order)
                    .text("numbers", Item::number)
                    .text("outcomes", Item::outcome)
                    .text("words", Item::words)
                    .text("before", Item::costBefore)
                    .text("afterwards", Item::costAfter)
                    .text("currencies", Item::currency)
                    .params())
            .param("id", id)
            .update();
    if (told != items.size()) {
      throw new IllegalStateException("an application has no such orders");
    }
  }

  /** What a preview has taken so far of some SKUs, less than none where it gave back. */
  public Map<StockKey, Integer> taken(Tx tx, UUID id, Set<String> skus) {
    Map<StockKey, Integer> taken = new HashMap<>();
    tx.sql(TAKEN)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .param("id", id)
        .query((row, n) -> Map.entry(new StockKey(row.getString(1), row.getString(2)), row.getInt(3)))
        .list()
        .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
    return taken;
  }

  /** Adds to it. */
  public void take(Tx tx, UUID id, Map<StockKey, Integer> taken) {
    List<Map.Entry<StockKey, Integer>> rows =
        taken.entrySet().stream().filter(entry -> entry.getValue() != 0).toList();
    if (!rows.isEmpty()) {
      tx.sql(TAKE)
          .params(
              Columns.of(rows)
                  .text("skus", row -> row.getKey().sku())
                  .text("locations", row -> row.getKey().location())
                  .ints("taken", Map.Entry::getValue)
                  .params())
          .param("id", id)
          .update();
    }
  }

  /** False when it has ended already. */
  public boolean end(Tx tx, UUID id, Application.State state, @Nullable String trouble) {
    return tx.sql(END)
            .param("id", id)
            .param("state", state.name())
            .param("trouble", trouble)
            .param("now", tx.now().toString())
            .update()
        == 1;
  }

  /** Those that do not stay as they are, in the order of their ids, which is that in which they came. */
  public List<Item> items(Tx tx, UUID id, @Nullable UUID after, int limit) {
    return tx.sql(ITEMS)
        .param("id", id)
        .param("after", after == null ? FIRST : after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Item(
                    row.getObject("order_id", UUID.class),
                    row.getString("number"),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getString("words"),
                    row.getObject("cost_before", Long.class),
                    row.getObject("cost_after", Long.class),
                    row.getString("currency")))
        .list();
  }

  public List<Cost> costs(Tx tx, UUID id) {
    return tx.sql(COSTS)
        .param("id", id)
        .query(
            (row, n) ->
                new Cost(
                    row.getString("currency"), row.getInt("orders"), row.getLong("before"), row.getLong("afterwards")))
        .list();
  }

  /** Those that ended before then. */
  public void forget(Tx tx, Instant before) {
    tx.sql(FORGET_UNITS).param("before", before.toString()).update();
    tx.sql(FORGET_ORDERS).param("before", before.toString()).update();
    tx.sql(FORGET).param("before", before.toString()).update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new Row(
        new Application(
            row.getObject("id", UUID.class),
            row.getBoolean("preview"),
            Application.State.valueOf(row.getString("state")),
            row.getInt("version"),
            row.getInt("revision"),
            row.getString("asked_by"),
            row.getInt("total"),
            row.getInt("changed"),
            row.getInt("same"),
            row.getInt("skipped"),
            row.getString("trouble"),
            row.getTimestamp("created_at").toInstant(),
            finished == null ? null : finished.toInstant()),
        row.getObject("after_id", UUID.class));
  }
}
