package dev.crossdock.channels.internal;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.http.Outbound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A session of one account; tokens go through short transactions of their own. */
final class Session implements ChannelSession {

  private static final Cause CAUSE = Cause.of(Actor.system("channels"), "token", new UUID(0, 0));

  private final ChannelAccount account;
  private final Outbound http;
  private final InstantSource time;
  private final Door door;
  private final TokenStore tokens;

  Session(ChannelAccount account, Outbound http, InstantSource time, Door door, TokenStore tokens) {
    this.account = account;
    this.http = http;
    this.time = time;
    this.door = door;
    this.tokens = tokens;
  }

  @Override
  public AccountSettings account() {
    return account.settings();
  }

  @Override
  public Outbound http() {
    return http;
  }

  @Override
  public Instant now() {
    return time.instant();
  }

  @Override
  public Optional<String> token(String name) {
    return door.read(
        account.merchant(),
        tx -> tokens.find(tx, account.settings().channel(), account.settings().account(), name));
  }

  @Override
  public void keepToken(String name, String value, Instant expiresAt) {
    door.write(
        account.merchant(),
        CAUSE,
        tx -> {
          tokens.keep(tx, account.settings().channel(), account.settings().account(), name, value, expiresAt);
          return true;
        });
  }
}
