package dev.crossdock.channels;

import dev.crossdock.channels.stock.StockPush;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of place a merchant sells at, in that place's own words. An adapter is pure but for the calls it makes
 * through the {@link ChannelSession} it is handed: it knows formats, signatures and addresses of the channel, and
 * nothing of orders, stock or the database. Adapters are found by scan; each lives in one folder.
 */
public interface Channel {

  /** The name in URLs and records, lower case: {@code shopify}. */
  String id();

  /** The name people read: {@code Shopify}. */
  String displayName();

  /** What this channel can and cannot do. */
  Capabilities capabilities();

  /** The settings an account of this channel has, secrets among them; forms and checks are derived from it. */
  List<AccountField> accountFields();

  /** Whether the raw bytes were really sent by the channel; compares in constant time, tries every active secret. */
  Verification verify(RawMessage message, AccountSettings account, Instant now);

  /** What the message is about and the key that makes a repeated delivery of it a duplicate. Never throws. */
  Envelope envelope(RawMessage message);

  /**
   * What the stored message says. Pure: the same bytes give the same answer. Never throws on any input: what cannot
   * be understood is {@link Decoded.Invalid} with the path and the rule.
   */
  Decoded decode(RawMessage message, AccountSettings account);

  /** Fetches what a message only named. Only for channels that answer with {@link Decoded.FetchNeeded}. */
  FetchOutcome fetch(String externalId, ChannelSession session);

  /**
   * One page of what changed since the cursor, oldest first, with an overlap that this channel needs. Each order
   * comes back as a raw message of its own, to go through the inbox like any webhook.
   *
   * @param cursor where the last page ended; null the first time
   */
  ChangesOutcome changesSince(@Nullable String cursor, ChannelSession session);

  /** How this channel is told its stock; none where it takes no quantities from outside. */
  default Optional<StockPush> stockPush() {
    return Optional.empty();
  }
}
