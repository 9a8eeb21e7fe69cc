package dev.crossdock.channels;

import dev.crossdock.platform.http.Outbound;
import java.time.Instant;
import java.util.Optional;

/** What an adapter may use while it calls its channel: the account, the way out, the time, and a place for tokens. */
public interface ChannelSession {

  AccountSettings account();

  Outbound http();

  Instant now();

  /** An access token kept from an earlier call of this account, unless it has expired. */
  Optional<String> token(String name);

  /** Keeps an access token until shortly before it expires; stored encrypted. */
  void keepToken(String name, String value, Instant expiresAt);
}
