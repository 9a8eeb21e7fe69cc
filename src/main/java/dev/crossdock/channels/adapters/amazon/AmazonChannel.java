package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.AccountField;
import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Capabilities;
import dev.crossdock.channels.Capabilities.Capability;
import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.adapters.amazon.api.AmazonAccount;
import dev.crossdock.channels.adapters.amazon.api.AmazonListings;
import dev.crossdock.channels.adapters.amazon.api.AmazonOrders;
import dev.crossdock.channels.stock.StockPush;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Amazon seller account in one region. Amazon tells that an order changed (ORDER_CHANGE) and the order is then
 * fetched; looking for changes by itself makes up for lost notifications.
 *
 * <p>Amazon delivers notifications to a queue, never to a URL, and does not sign them. A small forwarder of the
 * operator's posts each of them here, raw, or wrapped by SNS, EventBridge or SQS, and authenticates itself as {@link
 * AmazonSignature} says.
 */
final class AmazonChannel implements Channel {

  /** Amazon's Data Protection Policy: personal data is kept for at most 30 days after shipment. */
  private static final Duration PERSONAL_DATA_MAX = Duration.ofDays(30);

  @Override
  public String id() {
    return "amazon";
  }

  @Override
  public String displayName() {
    return "Amazon";
  }

  /** Polled often for the queue's sake; looking for changed orders keeps to its own, slower time. */
  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(
            Capability.PUSHES_ORDER_IDS,
            Capability.SIGNS,
            Capability.RETRIES_PUSHES,
            Capability.PARTIAL_SHIPMENT,
            Capability.MULTIPLE_PARCELS,
            Capability.EDIT_TRACKING,
            Capability.STOCK_BY_LOCATION,
            Capability.FULFILS_ITSELF),
        Duration.ofMinutes(1),
        Duration.ofMinutes(15),
        PERSONAL_DATA_MAX);
  }

  @Override
  public List<AccountField> accountFields() {
    return AmazonAccount.FIELDS;
  }

  @Override
  public Verification verify(RawMessage message, AccountSettings account, Instant now) {
    return AmazonSignature.verify(message, account.secretValues(AmazonAccount.WEBHOOK_SECRET), now);
  }

  @Override
  public Envelope envelope(RawMessage message) {
    return AmazonMessages.envelope(message);
  }

  @Override
  public Decoded decode(RawMessage message, AccountSettings account) {
    return AmazonMessages.decode(message, account);
  }

  @Override
  public FetchOutcome fetch(String externalId, ChannelSession session) {
    return AmazonOrders.fetch(externalId, session);
  }

  @Override
  public Optional<StockPush> stockPush() {
    return Optional.of(new AmazonListings());
  }

  @Override
  public ChangesOutcome changesSince(@Nullable String cursor, ChannelSession session) {
    return AmazonOrders.changesSince(cursor, capabilities().pollOverlap(), session);
  }
}
