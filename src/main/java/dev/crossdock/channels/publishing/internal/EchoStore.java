package dev.crossdock.channels.publishing.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.channels.publishing.Echo;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;

/** How often stock was set to what a channel shows. */
public final class EchoStore {

  /** So many in a row are no accident. */
  static final int ECHOES_MAX = 3;

  private static final String HEAR =
      """
      with heard as (
        select e.channel, e.account, e.channel_sku, e.channel_location, n.source,
          case
            when e.acknowledged is null or e.acknowledged not in (n.available, n.on_hand) or e.acknowledged = e.owed
              then 0
            when e.echoed_by = n.source then e.echoes + 1
            else 1
          end as echoes
        from published_quantity e
        join unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :locations::text[],
          :available::bigint[], :onHand::bigint[], :sources::text[])
          as n(channel, account, channel_sku, location, available, on_hand, source)
          on e.channel = n.channel and e.account = n.account and e.channel_sku = n.channel_sku
            and e.channel_location = n.location
        where e.merchant = :merchant and not e.frozen and e.stopped is null)
      update published_quantity q
      set echoes = heard.echoes, echoed_by = heard.source,
        stopped = case when heard.echoes >= :most then 'ECHO' else q.stopped end
      from heard
      where q.merchant = :merchant and q.channel = heard.channel and q.account = heard.account
        and q.channel_sku = heard.channel_sku and q.channel_location = heard.channel_location
        and (heard.echoes > 0 or q.echoes > 0)
      returning q.channel, q.account, q.channel_sku, q.sku, q.acknowledged, q.owed, q.echoed_by, q.stopped
      """;

  /**
   * A listing whose SKU's stock was set.
   *
   * @param available units that may be promised there since
   * @param onHand units that were said to lie at the location that was set
   */
  public record Heard(ChannelSku listing, String location, long available, long onHand, String source) {}

  /** Counts those that are echoes, forgets the echoes of the others, and stops those that came too often. */
  public List<Echo> hear(Tx tx, List<Heard> heard) {
    record Row(Echo echo, boolean stopped) {}
    return tx.sql(HEAR)
        .params(
            Columns.of(heard)
                .text("channels", each -> each.listing().channel())
                .text("accounts", each -> each.listing().account())
                .text("channelSkus", each -> each.listing().sku())
                .text("locations", Heard::location)
                .longs("available", Heard::available)
                .longs("onHand", Heard::onHand)
                .text("sources", Heard::source)
                .params())
        .param("most", ECHOES_MAX)
        .query(
            (row, n) ->
                new Row(
                    new Echo(
                        new ChannelSku(
                            row.getString("channel"), row.getString("account"), row.getString("channel_sku")),
                        row.getString("sku"), row.getInt("acknowledged"), row.getInt("owed"),
                        row.getString("echoed_by")),
                    row.getString("stopped") != null))
        .list()
        .stream()
        .filter(Row::stopped)
        .map(Row::echo)
        .toList();
  }
}
