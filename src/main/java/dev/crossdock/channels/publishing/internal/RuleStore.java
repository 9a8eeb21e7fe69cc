package dev.crossdock.channels.publishing.internal;

import dev.crossdock.channels.publishing.LagBuffer;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules' rows. */
public final class RuleStore {

  private static final TypeReference<Map<String, List<String>>> LOCATIONS = new TypeReference<>() {};

  private static final String OF_ACCOUNTS =
      """
      select r.channel, r.account, r.channel_sku, r.share_percent, r.buffer, r.show_min, r.show_max, r.frozen,
        r.locations::text as locations, r.lag_buffer, r.oversell_one_in, r.expected_per_hour
      from publish_rule r
      where r.merchant = :merchant and r.channel_sku = ''
      order by r.channel, r.account
      """;

  private static final String OF_LISTINGS =
      """
      select r.channel, r.account, r.channel_sku, r.share_percent, r.buffer, r.show_min, r.show_max, r.frozen,
        r.locations::text as locations, r.lag_buffer, r.oversell_one_in, r.expected_per_hour
      from publish_rule r
      where r.merchant = :merchant and r.channel_sku <> '' and (r.channel, r.account, r.channel_sku) in
        (select * from unnest(:channels::text[], :accounts::text[], :channelSkus::text[]))
      """;

  private static final String FOLLOWING =
      "select exists (select 1 from publish_rule r where r.merchant = :merchant and r.lag_buffer)";

  private static final String LIST =
      """
      select r.channel, r.account, r.channel_sku, r.share_percent, r.buffer, r.show_min, r.show_max, r.frozen,
        r.locations::text as locations, r.lag_buffer, r.oversell_one_in, r.expected_per_hour
      from publish_rule r
      where r.merchant = :merchant and r.channel = :channel and r.account = :account
        and (r.channel_sku > :after or :first)
      order by r.channel_sku
      limit :limit
      """;

  private static final String PUT =
      """
      insert into publish_rule as r (merchant, channel, account, channel_sku, share_percent, buffer, show_min, show_max,
        frozen, locations, lag_buffer, oversell_one_in, expected_per_hour, version, updated_at)
      select :merchant, n.channel, n.account, n.channel_sku, n.share_percent, n.buffer, n.show_min, n.show_max,
        n.frozen, n.locations, n.lag_buffer, n.one_in, n.expected, 1, :now::timestamptz
      from unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :shares::int[], :buffers::int[],
        :mins::int[], :maxs::int[], :frozen::boolean[], :locations::json[], :lagBuffers::boolean[], :oneIn::int[],
        :expected::int[])
        as n(channel, account, channel_sku, share_percent, buffer, show_min, show_max, frozen, locations, lag_buffer,
          one_in, expected)
      order by n.channel, n.account, n.channel_sku
      on conflict (merchant, channel, account, channel_sku) do update
      set share_percent = excluded.share_percent, buffer = excluded.buffer, show_min = excluded.show_min,
        show_max = excluded.show_max, frozen = excluded.frozen, locations = excluded.locations,
        lag_buffer = excluded.lag_buffer, oversell_one_in = excluded.oversell_one_in,
        expected_per_hour = excluded.expected_per_hour, version = r.version + 1, updated_at = excluded.updated_at
      returning r.channel, r.account, r.channel_sku, r.version
      """;

  private final JsonMapper json = JsonMapper.builder().build();

  /** A rule's number of changes, from 1. */
  public record Version(String channel, String account, String channelSku, int version) {}

  public List<RuleInput> ofAccounts(Tx tx) {
    return tx.sql(OF_ACCOUNTS).query(this::row).list();
  }

  /** Whether any rule lets a buffer follow the lag. */
  public boolean anyFollowing(Tx tx) {
    return tx.sql(FOLLOWING).query(Boolean.class).single();
  }

  /** A listing as the rules name it. */
  public record Key(String channel, String account, String channelSku) {}

  public List<RuleInput> ofListings(Tx tx, List<Key> keys) {
    Columns<Key> columns =
        Columns.of(keys)
            .text("channels", Key::channel)
            .text("accounts", Key::account)
            .text("channelSkus", Key::channelSku);
    return tx.sql(OF_LISTINGS).params(columns.params()).query(this::row).list();
  }

  /** The account's own rule first, then its listings', those behind this channel SKU. */
  public List<RuleInput> list(Tx tx, String channel, String account, @Nullable String after, int limit) {
    return tx.sql(LIST)
        .param("channel", channel)
        .param("account", account)
        .param("after", after == null ? "" : after)
        .param("first", after == null)
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  public List<Version> put(Tx tx, List<RuleInput> rules) {
    Columns<RuleInput> columns =
        Columns.of(rules)
            .text("channels", RuleInput::channel)
            .text("accounts", RuleInput::account)
            .text("channelSkus", RuleInput::channelSku)
            .text("shares", RuleInput::sharePercent)
            .text("buffers", RuleInput::buffer)
            .text("mins", RuleInput::showMin)
            .text("maxs", RuleInput::showMax)
            .text("frozen", RuleInput::frozen)
            .text("locations", rule -> json.writeValueAsString(rule.locations()))
            .text("lagBuffers", rule -> rule.lagBuffer().on())
            .text("oneIn", rule -> rule.lagBuffer().oversellOneIn())
            .text("expected", rule -> rule.lagBuffer().expectedPerHour());
    return tx.sql(PUT)
        .params(columns.params())
        .param("now", tx.now().toString())
        .query(
            (row, n) ->
                new Version(
                    row.getString("channel"), row.getString("account"), row.getString("channel_sku"),
                    row.getInt("version")))
        .list();
  }

  private RuleInput row(ResultSet row, int number) throws SQLException {
    return new RuleInput(
        row.getString("channel"),
        row.getString("account"),
        row.getString("channel_sku"),
        row.getObject("share_percent", Integer.class),
        row.getObject("buffer", Integer.class),
        row.getObject("show_min", Integer.class),
        row.getObject("show_max", Integer.class),
        row.getObject("frozen", Boolean.class),
        json.readValue(row.getString("locations"), LOCATIONS),
        new LagBuffer(
            row.getObject("lag_buffer", Boolean.class),
            row.getObject("oversell_one_in", Integer.class),
            row.getObject("expected_per_hour", Integer.class)));
  }
}
