package dev.crossdock.sandbox;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.AdapterScan;
import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.http.AddressPolicy;
import dev.crossdock.platform.http.HttpOutbound;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.http.OutboundLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel's real adapter with the account that the demo merchant would open for it, over the real way out. */
final class RealAdapter implements AutoCloseable {

  private final Channel adapter;
  private final AccountSettings account;
  private final HttpOutbound http;
  private final Instant now;
  private final Map<String, String> tokens = new HashMap<>();

  RealAdapter(Shop shop, Credentials credentials, String target, Instant now) {
    this.adapter =
        AdapterScan.adapters().stream().filter(each -> each.id().equals(shop.channel())).findFirst().orElseThrow();
    this.account =
        new AccountSettings(
            shop.channel(), Shop.ACCOUNT, credentials.settings(shop, "http://" + target), credentials.secrets(shop));
    String host = target.replaceFirst("/.*", "");
    this.http = new HttpOutbound(AddressPolicy.publicInternet().allowing(List.of(host)), OutboundLimits.STANDARD);
    this.now = now;
  }

  static RealAdapter of(Shop shop, SimulatedChannels channels, Instant now) {
    return new RealAdapter(shop, channels.credentials(), channels.target(), now);
  }

  Verification verify(RawMessage message) {
    return adapter.verify(message, account, now);
  }

  Decoded decode(RawMessage message) {
    return adapter.decode(message, account);
  }

  IncomingOrder order(RawMessage message) {
    return switch (decode(message)) {
      case Decoded.Snapshot(IncomingOrder order) -> order;
      case Decoded other -> throw new AssertionError("expected an order, got " + other);
    };
  }

  FetchOutcome fetch(String id) {
    return adapter.fetch(id, new Session());
  }

  /** Every order of one whole poll, page by page, and how many pages there were. */
  Polled poll() {
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int pages = 1; ; pages++) {
      ChangesOutcome outcome = adapter.changesSince(cursor.orElse(null), new Session());
      if (!(outcome instanceof ChangesOutcome.Page page)) {
        throw new AssertionError("expected a page, got " + outcome);
      }
      page.documents().forEach(document -> ids.add(order(document).externalId()));
      if (!page.more()) {
        return new Polled(ids, pages);
      }
      cursor = Optional.of(page.cursor());
    }
  }

  StockPush.Told tell(List<StockPush.Level> levels) {
    return stock().tell(levels, new Session());
  }

  StockPush.Shown ask(List<StockPush.Place> places) {
    return stock().ask(places, new Session());
  }

  StockPush stock() {
    return adapter.stockPush().orElseThrow();
  }

  record Polled(List<String> ids, int pages) {}

  @Override
  public void close() {
    http.close();
  }

  private final class Session implements ChannelSession {

    @Override
    public AccountSettings account() {
      return account;
    }

    @Override
    public Outbound http() {
      return http;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Optional<String> token(String name) {
      return Optional.ofNullable(tokens.get(name));
    }

    @Override
    public void keepToken(String name, String value, Instant expiresAt) {
      tokens.put(name, value);
    }
  }
}
