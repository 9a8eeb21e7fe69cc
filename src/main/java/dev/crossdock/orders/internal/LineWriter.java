package dev.crossdock.orders.internal;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder.Charge;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.ResolvedOrder.Tax;
import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Cells;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what hangs on an order: lines with their buckets, components, taxes, charges and holds. */
final class LineWriter {

  private static final String LINES =
      """
      insert into order_line (merchant, order_id, line, external_id, channel_sku, sku, title, kind, fulfilled_by,
        ordered, unplaced, backordered, preordered, reserved, allocated, shipped, cancelled, short, unit_price_minor,
        subtotal_minor, discount_minor, tax_minor, share_units, unit_ids, parent_external_id)
      select :merchant, r.*
      from unnest(:order_id::uuid[], :line::int[], :external_id::text[], :channel_sku::text[], :sku::text[],
        :title::text[], :kind::text[], :fulfilled_by::text[], :ordered::int[], :unplaced::int[],
        :backordered::int[], :preordered::int[], :reserved::int[], :allocated::int[], :shipped::int[],
        :cancelled::int[], :short::int[], :unit_price_minor::bigint[], :subtotal_minor::bigint[],
        :discount_minor::bigint[], :tax_minor::bigint[], :share_units::int[], :unit_ids::text[],
        :parent_external_id::text[]) as r
      on conflict (merchant, order_id, line) do update
      set channel_sku = excluded.channel_sku, sku = excluded.sku, title = excluded.title, kind = excluded.kind,
        fulfilled_by = excluded.fulfilled_by, ordered = excluded.ordered, unplaced = excluded.unplaced,
        backordered = excluded.backordered, preordered = excluded.preordered, reserved = excluded.reserved,
        allocated = excluded.allocated, shipped = excluded.shipped, cancelled = excluded.cancelled,
        short = excluded.short, unit_price_minor = excluded.unit_price_minor,
        subtotal_minor = excluded.subtotal_minor, discount_minor = excluded.discount_minor,
        tax_minor = excluded.tax_minor, share_units = excluded.share_units, unit_ids = excluded.unit_ids
      """;

  private static final String FORGET_COMPONENTS =
      "delete from order_line_component where merchant = :merchant and order_id = any(:orders::uuid[])";

  private static final String FORGET_TAXES =
      "delete from order_tax where merchant = :merchant and order_id = any(:orders::uuid[])";

  private static final String FORGET_CHARGES =
      "delete from order_charge where merchant = :merchant and order_id = any(:orders::uuid[])";

  private static final String HOLDS =
      """
      insert into hold (merchant, order_id, id, line, reason, rule, blocks, keeps_stock, sentence, evidence, opened_at,
        opened_by, released_at, released_by, release_note)
      select :merchant, r.*
      from unnest(:orders::uuid[], :ids::uuid[], :lines::int[], :reasons::text[], :rules::text[], :blocks::text[],
        :keeps::boolean[], :sentences::text[], :evidences::json[], :openedAts::timestamptz[], :openedBys::text[],
        :releasedAts::timestamptz[], :releasedBys::text[], :notes::text[]) as r
      on conflict (merchant, order_id, id) do update
      set released_at = excluded.released_at, released_by = excluded.released_by, release_note = excluded.release_note
      """;

  private record LineRow(OrderId order, OrderLine line) {}

  private record ComponentRow(OrderId order, int line, Component component) {}

  private record TaxRow(OrderId order, int line, int charge, int n, Tax tax) {}

  private record ChargeRow(OrderId order, int charge, Charge told) {}

  private record HoldRow(OrderId order, Hold hold) {}

  private final OrderCodec codec;

  LineWriter(OrderCodec codec) {
    this.codec = codec;
  }

  void write(Tx tx, List<OrderChange> changes) {
    writeLines(tx, changes);
    writeComponents(tx, changes);
    writeMoney(tx, changes);
    writeHolds(tx, changes);
  }

  private static void writeLines(Tx tx, List<OrderChange> changes) {
    List<LineRow> fresh = new ArrayList<>();
    List<LineRow> rows = new ArrayList<>();
    for (OrderChange change : changes) {
      List<LineRow> to = change.before() == null ? fresh : rows;
      List<OrderLine> before = change.before() == null ? List.of() : change.before().lines();
      change.after().lines().stream()
          .filter(line -> !before.contains(line))
          .forEach(line -> to.add(new LineRow(change.after().id(), line)));
    }
    BulkInsert<LineRow> inserted = cells(BulkInsert.into("order_line", fresh));
    tx.write(inserted);
    if (!rows.isEmpty()) {
      tx.sql(LINES).params(cells(Columns.of(rows)).params()).update();
    }
  }

  private static <C extends Cells<LineRow, C>> C cells(C to) {
    return amounts(buckets(told(to)));
  }

  private static <C extends Cells<LineRow, C>> C told(C to) {
    return to.uuid("order_id", r -> r.order().value())
        .ints("line", r -> r.line().line())
        .text("external_id", r -> r.line().externalId())
        .text("channel_sku", r -> r.line().told().channelSku())
        .text("sku", r -> r.line().told().sku())
        .text("title", r -> r.line().told().title())
        .text("kind", r -> r.line().told().kind())
        .text("fulfilled_by", r -> r.line().told().fulfilledBy())
        .text("unit_ids", r -> String.join(",", r.line().told().unitIds()))
        .text("parent_external_id", r -> r.line().told().parentExternalId());
  }

  private static <C extends Cells<LineRow, C>> C buckets(C to) {
    return to.ints("ordered", r -> r.line().buckets().ordered())
        .ints("unplaced", r -> r.line().buckets().unplaced())
        .ints("backordered", r -> r.line().buckets().backordered())
        .ints("preordered", r -> r.line().buckets().preordered())
        .ints("reserved", r -> r.line().buckets().reserved())
        .ints("allocated", r -> r.line().buckets().allocated())
        .ints("shipped", r -> r.line().buckets().shipped())
        .ints("cancelled", r -> r.line().buckets().cancelled())
        .ints("short", r -> r.line().buckets().shortUnits());
  }

  private static <C extends Cells<LineRow, C>> C amounts(C to) {
    return to.long8("unit_price_minor", r -> r.line().told().unitPrice())
        .long8("subtotal_minor", r -> r.line().told().subtotal())
        .longs("discount_minor", r -> r.line().told().discount())
        .longs("tax_minor", r -> r.line().told().tax())
        .ints("share_units", r -> r.line().told().ordered());
  }

  private static void writeComponents(Tx tx, List<OrderChange> changes) {
    List<OrderChange> changed = changes.stream().filter(c -> differs(c, LineWriter::components)).toList();
    forget(tx, FORGET_COMPONENTS, changed);
    List<ComponentRow> rows = changed.stream().flatMap(c -> components(c.after()).stream()).toList();
    tx.write(
        BulkInsert.into("order_line_component", rows)
            .uuid("order_id", r -> r.order().value())
            .ints("line", ComponentRow::line)
            .text("sku", r -> r.component().sku())
            .ints("units", r -> r.component().units()));
  }

  private static void writeMoney(Tx tx, List<OrderChange> changes) {
    List<OrderChange> taxed = changes.stream().filter(c -> differs(c, LineWriter::taxes)).toList();
    forget(tx, FORGET_TAXES, taxed);
    insertTaxes(tx, taxed.stream().flatMap(c -> taxes(c.after()).stream()).toList());
    List<OrderChange> charged = changes.stream().filter(c -> differs(c, LineWriter::charges)).toList();
    forget(tx, FORGET_CHARGES, charged);
    insertCharges(tx, charged.stream().flatMap(c -> charges(c.after()).stream()).toList());
  }

  private static void insertTaxes(Tx tx, List<TaxRow> rows) {
    tx.write(
        BulkInsert.into("order_tax", rows)
            .uuid("order_id", r -> r.order().value())
            .ints("line", TaxRow::line)
            .ints("charge", TaxRow::charge)
            .ints("n", TaxRow::n)
            .text("title", r -> r.tax().title())
            .decimal("rate", r -> r.tax().rate())
            .longs("amount_minor", r -> r.tax().amount())
            .flag("channel_remits", r -> r.tax().channelRemits()));
  }

  private static void insertCharges(Tx tx, List<ChargeRow> rows) {
    tx.write(
        BulkInsert.into("order_charge", rows)
            .uuid("order_id", r -> r.order().value())
            .ints("charge", ChargeRow::charge)
            .text("kind", r -> r.told().kind())
            .text("code", r -> r.told().code())
            .longs("amount_minor", r -> r.told().amount())
            .longs("discount_minor", r -> r.told().discount())
            .longs("tax_minor", r -> r.told().tax()));
  }

  private void writeHolds(Tx tx, List<OrderChange> changes) {
    List<HoldRow> rows = new ArrayList<>();
    for (OrderChange change : changes) {
      List<Hold> before = change.before() == null ? List.of() : change.before().holds();
      change.after().holds().stream()
          .filter(hold -> !before.contains(hold))
          .forEach(hold -> rows.add(new HoldRow(change.after().id(), hold)));
    }
    if (!rows.isEmpty()) {
      tx.sql(HOLDS).params(closing(opening(Columns.of(rows))).params()).update();
    }
  }

  private Columns<HoldRow> opening(Columns<HoldRow> columns) {
    return columns
        .text("orders", HoldRow::order)
        .text("ids", r -> r.hold().id())
        .text("lines", r -> r.hold().line())
        .text("reasons", r -> r.hold().reason())
        .text("rules", r -> r.hold().rule())
        .text("blocks", r -> r.hold().blocks().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
        .text("keeps", r -> r.hold().keepsStock())
        .text("sentences", r -> r.hold().sentence())
        .text("evidences", r -> codec.json(r.hold().evidence()))
        .text("openedAts", r -> r.hold().openedAt())
        .text("openedBys", r -> r.hold().openedBy());
  }

  private static Columns<HoldRow> closing(Columns<HoldRow> columns) {
    return columns
        .text("releasedAts", r -> r.hold().release() == null ? null : r.hold().release().at())
        .text("releasedBys", r -> r.hold().release() == null ? null : r.hold().release().by())
        .text("notes", r -> r.hold().release() == null ? null : r.hold().release().note());
  }

  private static <T> boolean differs(OrderChange change, java.util.function.Function<Order, List<T>> part) {
    List<T> before = change.before() == null ? List.of() : part.apply(change.before());
    return !before.equals(part.apply(change.after()));
  }

  private static void forget(Tx tx, String sql, List<OrderChange> changed) {
    List<OrderId> known = changed.stream().filter(c -> c.before() != null).map(c -> c.after().id()).toList();
    if (!known.isEmpty()) {
      tx.sql(sql).params(Columns.of(known).text("orders", OrderId::value).params()).update();
    }
  }

  /** The parts of kits: all other lines are what their SKU says. */
  private static List<ComponentRow> components(Order order) {
    return order.lines().stream()
        .filter(l -> !isItself(l))
        .flatMap(l -> l.told().components().stream().map(c -> new ComponentRow(order.id(), l.line(), c)))
        .toList();
  }

  private static boolean isItself(OrderLine line) {
    List<Component> parts = line.told().components();
    return parts.size() == 1
        && parts.getFirst().units() == 1
        && parts.getFirst().sku().equals(line.told().sku());
  }

  private static List<TaxRow> taxes(Order order) {
    List<TaxRow> rows = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      number(rows, order.id(), line.line(), 0, line.told().taxes());
    }
    for (int i = 0; i < order.charges().size(); i++) {
      number(rows, order.id(), 0, i + 1, order.charges().get(i).taxes());
    }
    return rows;
  }

  private static void number(List<TaxRow> rows, OrderId order, int line, int charge, @Nullable List<Tax> taxes) {
    int n = 0;
    for (Tax tax : taxes == null ? List.<Tax>of() : taxes) {
      rows.add(new TaxRow(order, line, charge, ++n, tax));
    }
  }

  private static List<ChargeRow> charges(Order order) {
    List<ChargeRow> rows = new ArrayList<>();
    for (Charge charge : order.charges()) {
      rows.add(new ChargeRow(order.id(), rows.size() + 1, charge));
    }
    return rows;
  }
}
