package dev.crossdock.orders.internal;

import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.platform.db.BulkInsert;
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
        updated_at = r.updated_at, priority = r.priority, version = r.version
      from unnest(:ids::uuid[], :befores::int[], :lifecycles::text[], :payments::text[], :headlines::text[],
        :headlineReasons::text[], :deliveries::text[], :totals::bigint[], :paids::bigint[], :refundeds::bigint[],
        :giftCards::bigint[], :buyerCurrencies::text[], :buyerTotals::bigint[], :shipCountries::text[],
        :shipRegions::text[], :contacts::uuid[], :shipTos::uuid[], :billTos::uuid[], :tags::text[],
        :shipBys::timestamptz[], :deliverBys::timestamptz[], :sourceVersions::timestamptz[],
        :contentDigests::text[], :updatedAts::timestamptz[], :versions::int[],
        :priorities::int[])
        as r(id, before, lifecycle, payment, headline, headline_reason, delivery, total, paid, refunded, gift_card,
          buyer_currency, buyer_total, ship_country, ship_region, contact, ship_to, bill_to, tags, ship_by, deliver_by,
          source_version, content_digest, updated_at, version, priority)
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
    return sums(parties(BulkInsert.into("orders", orders)))
        .uuid("id", o -> o.id().value())
        .text("number", Order::number)
        .text("channel", o -> o.channel().channel())
        .text("account", o -> o.channel().account())
        .text("external_id", o -> o.channel().externalId())
        .text("external_number", o -> o.identity().externalNumber())
        .text("group_id", o -> o.identity().groupId())
        .flag("test", o -> o.identity().test())
        .text("lifecycle", Order::lifecycle)
        .text("payment", o -> o.terms().payment())
        .text("headline", o -> o.headline().word())
        .text("headline_reason", o -> o.headline().reason())
        .text("delivery", o -> o.terms().delivery())
        .text("currency", o -> o.identity().currency())
        .flag("tax_included", o -> o.sums().taxIncluded())
        .text("tags", o -> String.join(",", o.terms().tags()))
        .time("ship_by", o -> o.terms().shipBy())
        .time("deliver_by", o -> o.terms().deliverBy())
        .time("source_version", o -> o.source().version())
        .text("content_digest", ContentDigest::of)
        .time("placed_at", o -> o.identity().placedAt())
        .time("received_at", Order::receivedAt)
        .time("updated_at", o -> tx.now())
        .ints("version", Order::version);
  }

  private static BulkInsert<Order> sums(BulkInsert<Order> rows) {
    return rows.long8("total_minor", o -> o.sums().total())
        .long8("paid_minor", o -> o.sums().paid())
        .long8("refunded_minor", o -> o.sums().refunded())
        .long8("gift_card_minor", o -> o.sums().giftCards())
        .text("buyer_currency", o -> o.sums().buyerCurrency())
        .long8("buyer_total_minor", o -> o.sums().buyerTotal());
  }

  private static BulkInsert<Order> parties(BulkInsert<Order> rows) {
    return rows.text("ship_country", o -> o.parties().shipCountry())
        .text("ship_region", o -> o.parties().shipRegion())
        .uuid("contact_ref", o -> o.parties().contact())
        .uuid("ship_to_ref", o -> o.parties().shipTo())
        .uuid("bill_to_ref", o -> o.parties().billTo());
  }

  private static boolean update(Tx tx, List<OrderChange> known) {
    if (known.isEmpty()) {
      return true;
    }
    Columns<OrderChange> columns =
        changing(known, tx)
            .ints("befores", c -> c.before() == null ? 0 : c.before().version())
            .ints("priorities", c -> c.after().priority());
    return tx.sql(UPDATE).params(columns.params()).update() == known.size();
  }

  private static Columns<OrderChange> changing(List<OrderChange> changes, Tx tx) {
    return sums(parties(Columns.of(changes)))
        .text("ids", c -> c.after().id())
        .text("lifecycles", c -> c.after().lifecycle())
        .text("payments", c -> c.after().terms().payment())
        .text("headlines", c -> headline(c.after()).word())
        .text("headlineReasons", c -> headline(c.after()).reason())
        .text("deliveries", c -> c.after().terms().delivery())
        .text("tags", c -> String.join(",", c.after().terms().tags()))
        .text("shipBys", c -> c.after().terms().shipBy())
        .text("deliverBys", c -> c.after().terms().deliverBy())
        .text("sourceVersions", c -> c.after().source().version())
        .text("contentDigests", c -> ContentDigest.of(c.after()))
        .text("updatedAts", c -> tx.now())
        .ints("versions", c -> c.after().version());
  }

  private static Columns<OrderChange> sums(Columns<OrderChange> columns) {
    return columns
        .text("totals", c -> c.after().sums().total())
        .text("paids", c -> c.after().sums().paid())
        .text("refundeds", c -> c.after().sums().refunded())
        .text("giftCards", c -> c.after().sums().giftCards())
        .text("buyerCurrencies", c -> c.after().sums().buyerCurrency())
        .text("buyerTotals", c -> c.after().sums().buyerTotal());
  }

  private static Columns<OrderChange> parties(Columns<OrderChange> columns) {
    return columns
        .text("shipCountries", c -> c.after().parties().shipCountry())
        .text("shipRegions", c -> c.after().parties().shipRegion())
        .text("contacts", c -> c.after().parties().contact())
        .text("shipTos", c -> c.after().parties().shipTo())
        .text("billTos", c -> c.after().parties().billTo());
  }

  private static Headline headline(Order order) {
    return order.headline();
  }
}
