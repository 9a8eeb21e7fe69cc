package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.platform.security.Vault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Calls to channels; never made while a transaction is open. */
public final class Calls {

  private final ChannelRegistry channels;
  private final Outbound http;
  private final InstantSource time;
  private final Door door;
  private final TokenStore tokens;

  public Calls(ChannelRegistry channels, Outbound http, InstantSource time, Door door, Vault vault) {
    this.channels = channels;
    this.http = http;
    this.time = time;
    this.door = door;
    this.tokens = new TokenStore(vault);
  }

  FetchOutcome fetch(ChannelAccount account, String externalId) {
    return channel(account).fetch(externalId, session(account));
  }

  ChangesOutcome changesSince(ChannelAccount account, @Nullable String cursor) {
    return channel(account).changesSince(cursor, session(account));
  }

  /** A document that a call brought, as a message for the inbox. */
  NewMessage message(Merchant merchant, ChannelAccount account, RawMessage document) {
    Envelope envelope = channel(account).envelope(document);
    return new NewMessage(
        merchant,
        account.settings().channel(),
        account.settings().account(),
        document.topic(),
        envelope.dedupKey(),
        document.headers(),
        document.body(),
        envelope.namesOnly());
  }

  Channel channel(ChannelAccount account) {
    return channels
        .find(account.settings().channel())
        .orElseThrow(() -> new IllegalStateException("no adapter for " + account.settings()));
  }

  /** What an adapter needs for a call of this account. */
  public ChannelSession session(ChannelAccount account) {
    return new Session(account, http, time, door, tokens);
  }
}
