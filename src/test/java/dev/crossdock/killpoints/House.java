package dev.crossdock.killpoints;

import dev.crossdock.Assembly;
import dev.crossdock.catalog.ListingInput;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.NewChannelAccount;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.customers.Retention;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.InboxLimits;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.platform.security.VaultKey;
import dev.crossdock.testing.FakeChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;

/** The whole pipeline over a database, without HTTP, as a process has it: from a message to what a channel shows. */
final class House implements AutoCloseable {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(0, 1));
  private static final String ACCOUNT = "shop";
  private static final long LOOK_NANOS = 5_000_000;
  private static final int LOOKS_MAX = 4_000;
  private static final int SAYINGS_MAX = 10;

  private final FakeChannel channel = new FakeChannel();
  private final Assembly house;
  private final Sealer sealer;

  /**
   * Puts it up.
   *
   * @param node the name it leases work under
   * @param seed of its ids; no two houses over one database have the same
   */
  House(DataSource source, Path folder, String node, Instant now, long seed) {
    Ids ids = new Ids(() -> now, new Random(seed));
    this.house =
        new Assembly(
            new Assembly.Given(
                source, () -> now, ids, new Journal(ids), VaultKey.open(folder, null, source, now), List.of(channel),
                request -> {
                  throw new IOException("nobody is called");
                },
                () -> List.of(Merchant.MAIN), InboxLimits.USUAL, Retention.USUAL, node));
    this.sealer = new Sealer(house.door(), () -> now, node, Sealer.Limits.USUAL);
  }

  FakeChannel channel() {
    return channel;
  }

  Assembly assembly() {
    return house;
  }

  /** Messages of this channel are known by their numbers: none has one that an earlier case used. */
  House numbered(long number) {
    for (long n = 0; n < number * SAYINGS_MAX; n++) {
      channel.says(new Decoded.Ignored("used by an earlier case"));
    }
    return this;
  }

  /** An account, a place, and a rule that everything is shown. */
  void found() {
    write(tx -> house.accounts().put(tx, new NewChannelAccount(FakeChannel.ID, ACCOUNT, "Shop", Map.of(), Map.of())));
    write(tx -> house.locations().put(tx, List.of(place())));
    RuleInput all = new RuleInput(FakeChannel.ID, ACCOUNT, "", null, null, null, null, null, Map.of());
    write(tx -> publishing().put(tx, List.of(all)));
  }

  private static LocationInput place() {
    return new LocationInput("NYC", "NYC", "WAREHOUSE", "US", null, null, null, 40.7, -74.0, null, null, null);
  }

  /** A thing with so many units, listed and shown. */
  void sells(String sku, int units) {
    write(tx -> house.remapping().putProducts(tx, List.of(ProductInput.of(sku, sku))));
    write(tx -> house.stock().setOnHand(tx, List.of(new StockSet(sku, "NYC", units))));
    ListingInput listing = new ListingInput(FakeChannel.ID, ACCOUNT, sku, sku);
    write(tx -> house.remapping().putListings(tx, List.of(listing)));
    write(
        tx -> {
          publishing().sweepAll(tx);
          return publishing().sweep(tx);
        });
  }

  /** Ends every lease of a node that is gone, as those who live do, and as itself does when it begins again. */
  void takesOver(String gone) {
    house.takeOver(Merchant.MAIN, CAUSE, gone);
  }

  /** Tells a message; returns when it is taken. */
  void tell(String key, Decoded said) {
    byte[] body = channel.says(said);
    house
        .inbox()
        .receive(new NewMessage(Merchant.MAIN, FakeChannel.ID, ACCOUNT, "order", key, Map.of(), body, false))
        .join();
  }

  /** Does whatever there is to do, until the inbox is empty, all is sealed, and the channel shows what it should. */
  void work(String sku) {
    for (int n = 0; n < LOOKS_MAX && number("select count(*) from inbox where state = 'RECEIVED'") > 0; n++) {
      house.pipeline().drain(Merchant.MAIN);
      LockSupport.parkNanos(LOOK_NANOS);
    }
    house.pipeline().drain(Merchant.MAIN);
    sealer.sealOnce(Merchant.MAIN);
    write(tx -> publishing().stockChanged(tx, Set.of(sku), tx.now(), List.of()));
    for (boolean more = true; more; ) {
      more = house.pushing().pusher().workOnce(Merchant.MAIN);
    }
    sealer.sealOnce(Merchant.MAIN);
  }

  /** A number that the database tells, over all merchants: there is one. */
  long number(String sql) {
    return write(tx -> tx.sql(sql + " and merchant = :merchant").query(Long.class).single());
  }

  <T> T write(Function<Tx, T> work) {
    return house.door().write(Merchant.MAIN, CAUSE, work);
  }

  private Publishing publishing() {
    return house.publishing();
  }

  @Override
  public void close() {
    house.pipeline().close();
    house.inbox().close();
  }
}
