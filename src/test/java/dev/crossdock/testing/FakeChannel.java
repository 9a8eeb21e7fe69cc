package dev.crossdock.testing;

import dev.crossdock.channels.AccountField;
import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Capabilities;
import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.stock.StockPush;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A channel that says whatever a test wants it to say; the body of a message is the name of what it says. */
public final class FakeChannel implements Channel {

  public static final String ID = "fake";

  private final Map<String, Decoded> sayings = new ConcurrentHashMap<>();
  private final Map<Decoded, Decoded> otherwise = new ConcurrentHashMap<>();
  private final Map<String, IncomingOrder> fetchable = new ConcurrentHashMap<>();
  private final Set<String> torn = ConcurrentHashMap.newKeySet();
  private final AtomicInteger counter = new AtomicInteger();
  private volatile Runnable whileDecoding = () -> {};
  private volatile Optional<StockPush> stockPush = Optional.of(new FakeCounters());
  private volatile Runnable whileFetching = () -> {};

  /** A body that decodes to this. */
  public byte[] says(Decoded decoded) {
    String name = "saying-" + counter.incrementAndGet();
    sayings.put(name, decoded);
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /** An envelope still tells the one, but decoding tells the other. */
  public void nowSays(Decoded told, Decoded decoded) {
    otherwise.put(told, decoded);
  }

  /** What a fetch of the order's id brings. */
  public void holds(IncomingOrder order) {
    fetchable.put(order.externalId(), order);
  }

  /** Of this order a fetch brings a document without a word: no message can be made of it. */
  public void holdsTorn(String externalId) {
    torn.add(externalId);
  }

  /** What happens in the middle of each decoding. */
  public void whileDecoding(Runnable happening) {
    whileDecoding = happening;
  }

  /** What happens in the middle of each fetch. */
  public void whileFetching(Runnable happening) {
    whileFetching = happening;
  }

  /** From now on it is told its stock this way; not at all when there is none. */
  public void takesStock(@Nullable StockPush way) {
    stockPush = Optional.ofNullable(way);
  }

  @Override
  public Optional<StockPush> stockPush() {
    return stockPush;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "Fake";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(Capabilities.Capability.STOCK_BY_LOCATION), Duration.ofMinutes(5), Duration.ofMinutes(1));
  }

  @Override
  public List<AccountField> accountFields() {
    return List.of(new AccountField("secret", "Secret", "", true, false));
  }

  @Override
  public Verification verify(RawMessage message, AccountSettings account, Instant now) {
    return new Verification.Authentic();
  }

  @Override
  public Envelope envelope(RawMessage message) {
    String name = new String(message.body(), StandardCharsets.UTF_8);
    return new Envelope(message.topic(), name, sayings.get(name) instanceof Decoded.FetchNeeded);
  }

  @Override
  public Decoded decode(RawMessage message, AccountSettings account) {
    whileDecoding.run();
    String name = new String(message.body(), StandardCharsets.UTF_8);
    if (name.equals("crash")) {
      throw new IllegalStateException("an adapter with a bug");
    }
    Decoded said = sayings.getOrDefault(name, new Decoded.Invalid("/order", "missing", "There is no order in it."));
    return otherwise.getOrDefault(said, said);
  }

  @Override
  public FetchOutcome fetch(String externalId, ChannelSession session) {
    whileFetching.run();
    if (torn.contains(externalId)) {
      return new FetchOutcome.Fetched(new RawMessage("fetched", Map.of(), new byte[0]));
    }
    IncomingOrder order = fetchable.get(externalId);
    return order == null
        ? new FetchOutcome.Unknown()
        : new FetchOutcome.Fetched(new RawMessage("fetched", Map.of(), says(new Decoded.Snapshot(order))));
  }

  @Override
  public ChangesOutcome changesSince(@Nullable String cursor, ChannelSession session) {
    List<RawMessage> documents =
        fetchable.values().stream()
            .map(order -> new RawMessage("polled", Map.of(), says(new Decoded.Snapshot(order))))
            .toList();
    return new ChangesOutcome.Page(documents, "cursor", false);
  }
}
