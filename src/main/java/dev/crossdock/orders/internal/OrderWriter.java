package dev.crossdock.orders.internal;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Cells;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;

/** Writes the rows of orders: new ones by insert, changed ones guarded by their version, all in a few statements. */
public final class OrderWriter {

  private static final String UPDATE =
      """
      update orders o
      set lifecycle = r.lifecycle, payment = r.payment, headline = r.headline, headline_reason = r.headline_reason,
        delivery = r.delivery, total_minor = r.total, paid_minor = r.paid, refunded_minor = r.refunded,
        gift_card_minor = r.gift_card, buyer_currency = r.buyer_currency, buyer_total_minor = r.buyer_total,
        ship_country = r.ship_country, ship_region = r.ship_region, contact_ref = r.contact, ship_to_ref = r.ship_to,
        bill_to_ref = r.bill_to, tags = r.tags, ship_by = r.ship_by, deliver_by = r.deliver_by,
        source_version = r.source_version, content_digest = r.content_digest,
        updated_at = r.updated_at, priority = r.priority, held = r.held, version = r.version
      from unnest(:id::uuid[], :before::int[], :lifecycle::text[], :payment::text[], :headline::text[],
        :headline_reason::text[], :delivery::text[], :total_minor::bigint[], :paid_minor::bigint[],
        :refunded_minor::bigint[], :gift_card_minor::bigint[], :buyer_currency::text[], :buyer_total_minor::bigint[],
        :ship_country::text[], :ship_region::text[], :contact_ref::uuid[], :ship_to_ref::uuid[], :bill_to_ref::uuid[],
        :tags::text[], :ship_by::timestamptz[], :deliver_by::timestamptz[], :source_version::timestamptz[],
        :content_digest::text[], :updated_at::timestamptz[], :version::int[], :priority::int[],
        :held::boolean[])
        as r(id, before, lifecycle, payment, headline, headline_reason, delivery, total, paid, refunded, gift_card,
          buyer_currency, buyer_total, ship_country, ship_region, contact, ship_to, bill_to, tags, ship_by, deliver_by,
          source_version, content_digest, updated_at, version, priority, held)
      where o.merchant = :merchant and o.id = r.id and o.version = r.before
      """;

  private final LineWriter lines;

  public OrderWriter(OrderCodec codec) {
    this.lines = new LineWriter(codec);
  }

  /** Writes the changes; false when another transaction wrote one of these orders meanwhile. */
  public boolean write(Tx tx, List<OrderChange> changes) {
    List<OrderChange> fresh = changes.stream().filter(change -> change.before() == null).toList();
    List<OrderChange> known = changes.stream().filter(change -> change.before() != null).toList();
    boolean written = insert(tx, fresh) && update(tx, known);
    if (written) {
      lines.write(tx, changes);
    }
    return written;
  }

  private static boolean insert(Tx tx, List<OrderChange> fresh) {
    if (fresh.isEmpty()) {
      return true;
    }
    List<Order> sorted =
        fresh.stream().map(OrderChange::after).sorted(Comparator.comparing(o -> o.channel().toString())).toList();
    try {
      tx.write(row(sorted, tx));
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private static BulkInsert<Order> row(List<Order> orders, Tx tx) {
    return changing(BulkInsert.into("orders", orders), tx)
        .text("number", Order::number)
        .text("channel", o -> o.channel().channel())
        .text("account", o -> o.channel().account())
        .text("external_id", o -> o.channel().externalId())
        .text("external_number", o -> o.identity().externalNumber())
        .text("group_id", o -> o.identity().groupId())
        .flag("test", o -> o.identity().test())
        .text("currency", o -> o.identity().currency())
        .flag("tax_included", o -> o.sums().taxIncluded())
        .time("placed_at", o -> o.identity().placedAt())
        .time("received_at", Order::receivedAt);
  }

  private static boolean update(Tx tx, List<OrderChange> known) {
    if (known.isEmpty()) {
      return true;
    }
    Columns<Order> after =
        changing(Columns.of(known.stream().map(OrderChange::after).toList()), tx).ints("priority", Order::priority);
    Columns<OrderChange> before = Columns.of(known).ints("before", c -> c.before() == null ? 0 : c.before().version());
    return tx.sql(UPDATE).params(after.params()).params(before.params()).update() == known.size();
  }

  /** What an order is known by, and all that may change of it. */
  private static <C extends Cells<Order, C>> C changing(C to, Tx tx) {
    return sums(parties(to))
        .uuid("id", o -> o.id().value())
        .text("lifecycle", Order::lifecycle)
        .text("payment", o -> o.terms().payment())
        .text("headline", o -> o.headline().word())
        .text("headline_reason", o -> o.headline().reason())
        .text("delivery", o -> o.terms().delivery())
        .text("tags", o -> String.join(",", o.terms().tags()))
        .time("ship_by", o -> o.terms().shipBy())
        .time("deliver_by", o -> o.terms().deliverBy())
        .time("source_version", o -> o.source().version())
        .text("content_digest", ContentDigest::of)
        .time("updated_at", o -> tx.now())
        .flag("held", o -> !o.openHolds().isEmpty())
        .ints("version", Order::version);
  }

  private static <C extends Cells<Order, C>> C sums(C to) {
    return to.long8("total_minor", o -> o.sums().total())
        .long8("paid_minor", o -> o.sums().paid())
        .long8("refunded_minor", o -> o.sums().refunded())
        .long8("gift_card_minor", o -> o.sums().giftCards())
        .text("buyer_currency", o -> o.sums().buyerCurrency())
        .long8("buyer_total_minor", o -> o.sums().buyerTotal());
  }

  private static <C extends Cells<Order, C>> C parties(C to) {
    return to.text("ship_country", o -> o.parties().shipCountry())
        .text("ship_region", o -> o.parties().shipRegion())
        .uuid("contact_ref", o -> o.parties().contact())
        .uuid("ship_to_ref", o -> o.parties().shipTo())
        .uuid("bill_to_ref", o -> o.parties().billTo());
  }
}
