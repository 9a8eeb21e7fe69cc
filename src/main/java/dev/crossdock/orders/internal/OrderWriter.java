package dev.crossdock.orders.internal;

import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;

/** Writes the rows of orders: new ones by insert, changed ones guarded by their version, all in a few statements. */
public final class OrderWriter {

  private static final String INSERT =
      """
      insert into orders (merchant, id, number, channel, account, external_id, external_number, group_id, test,
        lifecycle, payment, headline, headline_reason, delivery, currency, total_minor, paid_minor, refunded_minor,
        gift_card_minor, buyer_currency, buyer_total_minor, tax_included, ship_country, ship_region, contact_ref,
        ship_to_ref, bill_to_ref, tags, ship_by, deliver_by, source_version, content_digest, placed_at,
        received_at, updated_at, version)
      select :merchant, r.*
      from unnest(:ids::uuid[], :numbers::text[], :channels::text[], :accounts::text[], :externalIds::text[],
        :externalNumbers::text[], :groupIds::text[], :tests::boolean[], :lifecycles::text[], :payments::text[],
        :headlines::text[], :headlineReasons::text[], :deliveries::text[], :currencies::text[], :totals::bigint[],
        :paids::bigint[], :refundeds::bigint[], :giftCards::bigint[], :buyerCurrencies::text[],
        :buyerTotals::bigint[], :taxIncluded::boolean[], :shipCountries::text[], :shipRegions::text[],
        :contacts::uuid[], :shipTos::uuid[], :billTos::uuid[], :tags::text[], :shipBys::timestamptz[],
        :deliverBys::timestamptz[], :sourceVersions::timestamptz[], :contentDigests::text[],
        :placedAts::timestamptz[], :receivedAts::timestamptz[], :updatedAts::timestamptz[], :versions::int[]) as r
      on conflict do nothing
      """;

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
    List<OrderChange> sorted =
        fresh.stream()
            .sorted(java.util.Comparator.comparing(change -> change.after().channel().toString()))
            .toList();
    Columns<OrderChange> columns =
        changing(sorted, tx)
            .text("numbers", c -> c.after().number())
            .text("channels", c -> c.after().channel().channel())
            .text("accounts", c -> c.after().channel().account())
            .text("externalIds", c -> c.after().channel().externalId())
            .text("externalNumbers", c -> c.after().identity().externalNumber())
            .text("groupIds", c -> c.after().identity().groupId())
            .text("tests", c -> c.after().identity().test())
            .text("currencies", c -> c.after().identity().currency())
            .text("taxIncluded", c -> c.after().sums().taxIncluded())
            .text("placedAts", c -> c.after().identity().placedAt())
            .text("receivedAts", c -> c.after().receivedAt());
    return tx.sql(INSERT).params(columns.params()).update() == fresh.size();
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
