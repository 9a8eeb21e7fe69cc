package dev.crossdock.testing;

import dev.crossdock.Assembly;
import dev.crossdock.catalog.ListingInput;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.NewChannelAccount;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.customers.Retention;
import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCheck;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.InboxLimits;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.platform.security.Vault;
import dev.crossdock.platform.security.VaultKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The whole house over a real database, without HTTP and threads: {@code oms.told(order); oms.work();}. */
public final class Oms implements AutoCloseable {

  public static final String ACCOUNT = "shop";
  public static final String NODE = "node-of-the-tests";
  private static final String VAULT_KEY = "0123456789abcdef".repeat(4);
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Db db = Db.fresh();
  private final SettableTime time = new SettableTime(START);
  private final FakeChannel channel = new FakeChannel();
  private final Ids ids = new Ids(time, new Random(7));
  private final List<Channel> adapters = new ArrayList<>();
  private final Vault vault;
  private final Assembly house;
  private int messages;

  public Oms() {
    this(List.of());
  }

  /** With these adapters besides the fake one. */
  public Oms(List<Channel> adapters) {
    adapters.forEach(this.adapters::add);
    this.adapters.add(channel);
    this.vault = VaultKey.open(Path.of("no-key-file"), VAULT_KEY, db.dataSource(), START);
    this.house = house(NODE);
    write(tx -> house.accounts().put(tx, new NewChannelAccount(FakeChannel.ID, ACCOUNT, "Shop", Map.of(), Map.of())));
  }

  /** Another process of this name on the same database, with a memory of its own. */
  public Assembly house(String node) {
    return house(node, db.dataSource());
  }

  /** Another process that reaches the same database on a way of its own. */
  public Assembly house(String node, DataSource source) {
    return new Assembly(
        new Assembly.Given(
            source, time, ids, new Journal(ids), vault, adapters,
            request -> {
              throw new IOException("tests call nobody");
            },
            () -> List.of(Merchant.MAIN),
            InboxLimits.USUAL,
            Retention.USUAL,
            node));
  }

  public Assembly house() {
    return house;
  }

  public Db db() {
    return db;
  }

  public SettableTime time() {
    return time;
  }

  public Vault vault() {
    return vault;
  }

  public FakeChannel channel() {
    return channel;
  }

  /** SKUs with stock at New York (40.7, -74.0), as sold and counted. */
  public Oms sells(String sku, int onHand) {
    product(sku);
    if (!hasLocation("NYC")) {
      location("NYC", 40.7, -74.0);
    }
    return stock(sku, "NYC", onHand);
  }

  public Oms product(String sku) {
    write(tx -> house.remapping().putProducts(tx, List.of(ProductInput.of(sku, "Title of " + sku))));
    return this;
  }

  public Oms location(String code, double lat, double lon) {
    write(tx -> house.locations().put(tx, List.of(new LocationInput(code, code, "WAREHOUSE", "US", null, null, null, lat, lon, null, null, null))));
    return this;
  }

  public Oms stock(String sku, String location, int onHand) {
    write(
        tx -> {
          Set<StockKey> rose = house.stock().setOnHand(tx, List.of(new StockSet(sku, location, onHand))).rose();
          house.routing().stockRose(tx, rose.stream().map(StockKey::sku).collect(Collectors.toSet()));
          return true;
        });
    return this;
  }

  public int map(String channelSku, String sku) {
    return write(
            tx ->
                house.remapping()
                    .putListings(tx, List.of(new ListingInput(FakeChannel.ID, ACCOUNT, channelSku, sku))))
        .ordersFreed();
  }

  /** The channel tells an order; nothing follows before {@link #work}. */
  public Oms told(AnOrder order) {
    return message(channel.says(new Decoded.Snapshot(order.build())));
  }

  public Oms says(Decoded decoded) {
    return message(channel.says(decoded));
  }

  public Oms message(byte[] body) {
    return message(FakeChannel.ID, ACCOUNT, new RawMessage("order", Map.of(), body));
  }

  /** A message of any account, told for the first time. */
  public Oms message(String from, String account, RawMessage raw) {
    String dedup = "m" + messages++;
    house
        .inbox()
        .receive(
            new NewMessage(
                Merchant.MAIN, from, account, raw.topic(), dedup, raw.headers(), raw.body(), namesOnly(from, raw)))
        .join();
    return this;
  }

  private boolean namesOnly(String from, RawMessage raw) {
    return from.equals(FakeChannel.ID) && channel.envelope(raw).namesOnly();
  }

  public Oms work() {
    house.pipeline().drain(Merchant.MAIN);
    return this;
  }

  public Optional<Order> find(String externalId) {
    return write(
        tx -> {
          OrderBatch batch = house.orders().batch(tx);
          batch.loadByChannel(Set.of(ref(externalId)));
          return batch.order(ref(externalId));
        });
  }

  public Order order(String externalId) {
    return find(externalId).orElseThrow(() -> new AssertionError("no order " + externalId));
  }

  public OrderDecision execute(String externalId, OrderCommand command) {
    Order order = order(externalId);
    return write(tx -> house.orders().execute(tx, order.id(), command));
  }

  public static ChannelRef ref(String externalId) {
    return new ChannelRef(FakeChannel.ID, ACCOUNT, externalId);
  }

  public static IncomingOrder built(AnOrder order) {
    return order.build();
  }

  /** Where stock and its ledger, orders and their journal, or the two and each other disagree. */
  public List<Violation> violations() {
    return violations(house);
  }

  public static List<Violation> violations(Assembly house) {
    List<Violation> found = new ArrayList<>(new InventoryCheck(house.door()).run(Merchant.MAIN));
    OrderCheck orders = new OrderCheck(house.door(), house.stock(), new OrderCodec());
    found.addAll(orders.run(Merchant.MAIN).violations());
    return found;
  }

  /** A number the database tells. */
  public long number(String sql) {
    return write(tx -> tx.sql(sql).query(Long.class).single());
  }

  public String text(String sql) {
    return write(tx -> tx.sql(sql).query(String.class).single());
  }

  public <T> T write(Function<Tx, T> work) {
    return house.door().write(Merchant.MAIN, Cause.of(Actor.system("test"), "test", new UUID(0, 1)), work);
  }

  private boolean hasLocation(String code) {
    return write(tx -> house.locations().find(tx, code).isPresent());
  }

  @Override
  public void close() {
    house.inbox().close();
    db.close();
  }
}
