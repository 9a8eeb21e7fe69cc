package dev.crossdock.routing.trials.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Backtests, their progress and what they found. */
public final class BacktestStore {

  private static final String INSERT =
      """
      insert into routing_backtest (merchant, id, state, policy_version, policy, label, from_at, to_at, done, total,
        created_at, draft_digest)
      values (:merchant, :id::uuid, 'WAITING', :version, :policy, :label, :from::timestamptz, :to::timestamptz,
        0, :total, :now::timestamptz, :digest)
      """;

  private static final String FIELDS =
      """
      select b.id, b.state, b.policy_version, b.policy, b.label, b.from_at, b.to_at, b.done, b.total,
        b.created_at, b.finished_at, b.report::text as report, b.trouble
      from routing_backtest b
      """;

  private static final String FIND = FIELDS + "where b.merchant = :merchant and b.id = :id::uuid";

  private static final String LIST =
      FIELDS
          + """
          where b.merchant = :merchant and b.id < :before::uuid
          order by b.id desc
          limit :limit
          """;

  private static final String OF =
      FIELDS
          + """
          where b.merchant = :merchant and b.draft_digest = :digest and b.state in ('WAITING', 'RUNNING', 'DONE')
          order by b.id desc
          limit 50
          """;

  private static final String DUE =
      """
      select b.id
      from routing_backtest b
      where b.merchant = :merchant and b.state in ('WAITING', 'RUNNING')
        and (b.lease_until is null or b.lease_until < :now::timestamptz)
      order by b.id
      limit 1
      for no key update of b skip locked
      """;

  private static final String TAKE =
      """
      update routing_backtest b
      set state = 'RUNNING', done = 0, lease = :lease::uuid, lease_until = :until::timestamptz, leased_by = :node
      where b.merchant = :merchant and b.id = :id::uuid and b.state in ('WAITING', 'RUNNING')
      """;

  private static final String TAKE_BACK =
      """
      update routing_backtest b
      set lease_until = null
      where b.merchant = :merchant and b.state = 'RUNNING' and b.leased_by = :node and b.lease_until is not null
      """;

  private static final String FORGET =
      "delete from routing_backtest_order d where d.merchant = :merchant and d.backtest = :id::uuid";

  private static final String PROGRESS =
      """
      update routing_backtest b
      set done = :done, lease_until = :until::timestamptz
      where b.merchant = :merchant and b.id = :id::uuid and b.state = 'RUNNING' and b.lease = :lease::uuid
      """;

  private static final String DIFFERENCES =
      """
      insert into routing_backtest_order (merchant, backtest, n, order_id, number, draft, active, really, policies,
        draft_cost, active_cost, really_cost, currency)
      select :merchant, :id::uuid, n.n, n.order_id, n.number, n.draft, n.active, n.really, n.policies, n.draft_cost,
        n.active_cost, n.really_cost, n.currency
      from unnest(:ns::int[], :orders::uuid[], :numbers::text[], :drafts::text[], :actives::text[], :reallys::text[],
        :policies::boolean[], :draftCosts::bigint[], :activeCosts::bigint[], :reallyCosts::bigint[],
        :currencies::text[])
        as n(n, order_id, number, draft, active, really, policies, draft_cost, active_cost, really_cost, currency)
      """;

  private static final String END =
      """
      update routing_backtest b
      set state = :state, report = :report::json, trouble = :trouble, finished_at = :now::timestamptz
      where b.merchant = :merchant and b.id = :id::uuid and b.state = 'RUNNING' and b.lease = :lease::uuid
      """;

  private static final String CANCEL =
      """
      update routing_backtest b
      set state = 'CANCELLED', finished_at = :now::timestamptz
      where b.merchant = :merchant and b.id = :id::uuid and b.state in ('WAITING', 'RUNNING')
      """;

  private static final String ORDERS =
      """
      select d.n, d.order_id, d.number, d.draft, d.active, d.really, d.policies, d.draft_cost, d.active_cost,
        d.really_cost, d.currency
      from routing_backtest_order d
      where d.merchant = :merchant and d.backtest = :id::uuid and d.n > :after
      order by d.n
      limit :limit
      """;

  private final JsonMapper json = JsonMapper.builder().build();

  /** A backtest, and what its policy said when it was asked for. */
  public record Row(Backtest backtest, String policy) {}

  /** A difference and its place among them. */
  public record Numbered(int n, Difference difference) {}

  /** A new one, and the digest of what it tries. */
  public void insert(Tx tx, Backtest backtest, String policy, String digest) {
    tx.sql(INSERT)
        .param("id", backtest.id().toString())
        .param("version", backtest.policyVersion())
        .param("policy", policy)
        .param("label", backtest.policy())
        .param("from", backtest.from().toString())
        .param("to", backtest.to().toString())
        .param("total", backtest.total())
        .param("now", backtest.createdAt().toString())
        .param("digest", digest)
        .update();
  }

  public Optional<Row> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id.toString()).query(this::row).optional();
  }

  /** The latest first, those before this one. */
  public List<Row> list(Tx tx, UUID before, int limit) {
    return tx.sql(LIST).param("before", before.toString()).param("limit", limit).query(this::row).list();
  }

  /** Of these rules, going on or done, the latest first. */
  public List<Backtest> of(Tx tx, String digest) {
    return tx.sql(OF).param("digest", digest).query(this::row).list().stream().map(Row::backtest).toList();
  }

  /** Takes the next that nobody works on, as if nothing had been done of it yet. */
  public Optional<Row> take(Tx tx, String node, UUID lease, Instant until) {
    Optional<UUID> due =
        tx.sql(DUE).param("now", tx.now().toString()).query((row, n) -> row.getObject(1, UUID.class)).optional();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    String id = due.get().toString();
    tx.sql(TAKE)
        .param("id", id)
        .param("node", node)
        .param("lease", lease.toString())
        .param("until", until.toString())
        .update();
    tx.sql(FORGET).param("id", id).update();
    return find(tx, due.get());
  }

  /** Nobody works any more on what this node had taken; how many. */
  public int takeBack(Tx tx, String node) {
    return tx.sql(TAKE_BACK).param("node", node).update();
  }

  /** False when it was cancelled, or somebody else has taken it over. */
  public boolean progress(Tx tx, UUID id, UUID lease, int done, Instant until) {
    return tx.sql(PROGRESS)
            .param("id", id.toString())
            .param("lease", lease.toString())
            .param("done", done)
            .param("until", until.toString())
            .update()
        == 1;
  }

  /** Differences that follow so many others. */
  public void add(Tx tx, UUID id, int before, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    AtomicInteger n = new AtomicInteger(before);
    tx.sql(DIFFERENCES)
        .param("id", id.toString())
        .params(
            Columns.of(differences)
                .ints("ns", each -> n.incrementAndGet())
                .text("orders", Difference::order)
                .text("numbers", Difference::number)
                .text("drafts", Difference::draft)
                .text("actives", Difference::active)
                .text("reallys", Difference::really)
                .text("policies", Difference::policies)
                .text("draftCosts", Difference::draftCost)
                .text("activeCosts", Difference::activeCost)
                .text("reallyCosts", Difference::reallyCost)
                .text("currencies", Difference::currency)
                .params())
        .update();
  }

  /** Ends it; false when it was cancelled, or somebody else has taken it over. */
  public boolean end(Tx tx, UUID id, UUID lease, Backtest.@Nullable Report report, @Nullable String trouble) {
    return tx.sql(END)
            .param("id", id.toString())
            .param("lease", lease.toString())
            .param("state", (report == null ? Backtest.State.FAILED : Backtest.State.DONE).name())
            .param("report", report == null ? null : json.writeValueAsString(report))
            .param("trouble", trouble)
            .param("now", tx.now().toString())
            .update()
        == 1;
  }

  /** False when it has ended already. */
  public boolean cancel(Tx tx, UUID id) {
    return tx.sql(CANCEL).param("id", id.toString()).param("now", tx.now().toString()).update() == 1;
  }

  public List<Numbered> orders(Tx tx, UUID id, int after, int limit) {
    return tx.sql(ORDERS)
        .param("id", id.toString())
        .param("after", after)
        .param("limit", limit)
        .query(BacktestStore::difference)
        .list();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    String report = row.getString("report");
    return new Row(
        new Backtest(
            row.getObject("id", UUID.class),
            Backtest.State.valueOf(row.getString("state")),
            row.getObject("policy_version", Integer.class),
            row.getString("label"),
            row.getTimestamp("from_at").toInstant(),
            row.getTimestamp("to_at").toInstant(),
            row.getInt("done"),
            row.getInt("total"),
            row.getTimestamp("created_at").toInstant(),
            instant(row.getTimestamp("finished_at")),
            report == null ? null : json.readValue(report, Backtest.Report.class),
            row.getString("trouble")),
        row.getString("policy"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static Numbered difference(ResultSet row, int number) throws SQLException {
    return new Numbered(
        row.getInt("n"),
        new Difference(
            row.getObject("order_id", UUID.class), row.getString("number"), row.getString("draft"),
            row.getString("active"), row.getString("really"), row.getBoolean("policies"),
            row.getObject("draft_cost", Long.class), row.getObject("active_cost", Long.class),
            row.getObject("really_cost", Long.class), row.getString("currency")));
  }
}
