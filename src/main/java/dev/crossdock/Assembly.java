package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Substitutes;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.Pipeline;
import dev.crossdock.channels.Remapping;
import dev.crossdock.channels.publishing.PromisedStock;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.RuleCheck;
import dev.crossdock.channels.publishing.StockNews;
import dev.crossdock.channels.publishing.Trials;
import dev.crossdock.channels.pushing.MeasuredDelays;
import dev.crossdock.channels.pushing.Pusher;
import dev.crossdock.channels.pushing.Pushing;
import dev.crossdock.customers.Erasure;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.Retention;
import dev.crossdock.fulfilment.Fulfilments;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.lots.Picks;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.inventory.promising.Promising;
import dev.crossdock.inventory.promising.SafetyStocks;
import dev.crossdock.inventory.skus.SkuSettings;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.MappingExceptions;
import dev.crossdock.orders.privacy.RetentionClock;
import dev.crossdock.orders.shortage.OversoldExceptions;
import dev.crossdock.orders.shortage.PreorderRelease;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.orders.validation.Duplicates;
import dev.crossdock.orders.validation.Restrictions;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxLimits;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.security.Vault;
import dev.crossdock.routing.Destinations;
import dev.crossdock.routing.LineCommands;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.tryout.ShadowedPolicies;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * The capabilities put together, in the order of their ranks: read from top to bottom, this is how the house stands.
 * It starts no thread and needs no framework.
 */
public final class Assembly {

  private final Door door;
  private final Ids ids;
  private final Journal journal;
  private final Inbox inbox;
  private final Catalog catalog;
  private final PersonalData personalData;
  private final Erasure erasure;
  private final Locations locations;
  private final Stock stock;
  private final StockHistory stockHistory = new StockHistory();
  private final Exceptions exceptions;
  private final AllocationGroups allocationGroups;
  private final Backorders backorders;
  private final Promising promising;
  private final CheckoutHolds checkoutHolds;
  private final Network network;
  private final RoutingPolicies policies;
  private final Routing routing;
  private final StockDocuments documents;
  private final Orders orders;
  private final OrderSearch orderSearch;
  private final Restrictions restrictions;
  private final Duplicates duplicates = new Duplicates();
  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Remapping remapping;
  private final Publishing publishing;
  private final Pipeline pipeline;
  private final Pushing pushing;

  /** What comes from outside: the database, the clock, the key, the adapters, and the way out. */
  public record Given(
      DataSource dataSource,
      InstantSource time,
      Ids ids,
      Journal journal,
      Vault vault,
      List<Channel> adapters,
      Outbound http,
      Pipeline.Merchants merchants,
      InboxLimits inboxLimits,
      Retention retention,
      String node) {}

  public Assembly(Given given) {
    this.ids = given.ids();
    this.door = new Door(given.dataSource(), given.time());
    this.journal = given.journal();
    this.inbox = new Inbox(door, given.dataSource(), ids, given.time(), given.inboxLimits());

    this.catalog = new Catalog(journal);
    this.personalData =
        new PersonalData(
            given.vault().derived("customers.subject"), ChannelRetention.of(given.retention(), given.adapters()));
    this.erasure = new Erasure(personalData, journal, ids);
    this.locations = new Locations(journal);
    this.stock = new Stock(catalog::known, journal, ids);

    Kits kits = new CatalogKits(catalog);
    this.exceptions = new Exceptions(ids);
    this.allocationGroups = new AllocationGroups(stock, locations, kits, journal, ids);
    this.backorders = new Backorders(locations, kits, journal, ids);
    this.promising = new Promising(stock, locations, kits, allocationGroups, backorders);
    this.checkoutHolds = new CheckoutHolds(stock, locations, kits, journal, ids);
    this.network = new Network(locations, catalog::known, catalog::weights, stockHistory, journal, ids);
    this.policies = new RoutingPolicies(locations, catalog, network, this::accounts, journal);
    this.routing = decider();
    this.documents = StockDocuments.over(given, door, stock, locations, catalog::known, routing::stockRose);
    this.orders = new Orders(new OrderCodec(), journal, stock, backorders, ids, listeners());
    this.orderSearch = new OrderSearch(personalData);
    this.restrictions = new Restrictions(orders);

    this.channels = new ChannelRegistry(given.adapters());
    this.accounts = new ChannelAccounts(channels, given.dataSource(), door, given.vault(), journal, given.time());
    this.remapping = new Remapping(catalog, orders, accounts);
    this.pipeline = pipeline(given);
    this.pushing = pushing(given);
    this.publishing = publishing(new RuleCheck(channels, accounts, locations));
  }

  private Routing decider() {
    return new Routing(
        stock, locations, new Destinations(personalData),
        new Routing.Claims(checkoutHolds, allocationGroups, backorders),
        new Routing.Deciding(
            new ShadowedPolicies(policies.inForce(), ids), network.facts(),
            new TransferRequests(() -> documents().transfers()), exceptions),
        ids);
  }

  /** Who keeps something in step with orders, in the order in which they are told. */
  private List<OrderListener> listeners() {
    return List.of(
        new MappingExceptions(exceptions), new OversoldExceptions(exceptions), new RetentionClock(personalData),
        duplicates, new Fulfilments(locations), network.facts().loads(), routing);
  }

  private Pipeline pipeline(Given given) {
    return new Pipeline(
        new Pipeline.Parts(
            door, inbox, channels, accounts, catalog, personalData, restrictions, duplicates, orders, routing,
            exceptions, given.http(), given.vault(), ids, given.time(), given.node()),
        given.merchants());
  }

  private Publishing publishing(RuleCheck check) {
    return new Publishing(
        catalog, check, new PromisedStock(promising), new MeasuredDelays(), journal, pushing);
  }

  private Pushing pushing(Given given) {
    return new Pushing(
        new Pushing.Parts(
            door, given.dataSource(), given.time(), channels, accounts, pipeline::session, exceptions, journal,
            new Pusher.Identity(given.node(), ids), given.merchants()::all));
  }

  /**
   * Ends what a node that is gone had leased of sealing, reading, calling and telling stock, so that nobody waits for
   * it. Leases have fences: should the node live after all, nothing is done twice.
   */
  public void takeOver(Merchant merchant, Cause cause, String gone) {
    door.run(merchant, cause, tx -> Journal.endLeases(tx, gone));
    pipeline.takeOver(merchant, gone);
    pushing.pusher().takeOver(merchant, gone);
  }

  public Door door() {
    return door;
  }

  public Ids ids() {
    return ids;
  }

  public Journal journal() {
    return journal;
  }

  public Inbox inbox() {
    return inbox;
  }

  public Catalog catalog() {
    return catalog;
  }

  public OrderSearch orderSearch() {
    return orderSearch;
  }

  public PersonalData personalData() {
    return personalData;
  }

  public Erasure erasure() {
    return erasure;
  }

  public Locations locations() {
    return locations;
  }

  public Stock stock() {
    return stock;
  }

  public StockHistory stockHistory() {
    return stockHistory;
  }

  public StockDocuments documents() {
    return documents;
  }

  public Exceptions exceptions() {
    return exceptions;
  }

  public AllocationGroups allocationGroups() {
    return allocationGroups;
  }

  public Backorders backorders() {
    return backorders;
  }

  public Substitutes substitutes() {
    return new Substitutes(catalog, journal);
  }

  /** What would settle lines without stock, and the commands that do. */
  public Remedies remedies() {
    return new Remedies(stock, locations, backorders, substitutes());
  }

  public LineCommands lineCommands() {
    return new LineCommands(orders, routing, backorders, catalog);
  }

  public PreorderRelease preorderRelease() {
    return new PreorderRelease(orders, backorders);
  }

  public Promising promising() {
    return promising;
  }

  public SafetyStocks safetyStocks() {
    return new SafetyStocks(catalog::known, locations, journal);
  }

  public SkuSettings skuSettings() {
    return new SkuSettings(stock, catalog::known, journal);
  }

  public Costing costing() {
    return new Costing(stock, catalog::known, journal, ids);
  }

  public Lots lots() {
    return new Lots(catalog::known, journal, ids);
  }

  public Picks picks() {
    return new Picks(stock);
  }

  public CheckoutHolds checkoutHolds() {
    return checkoutHolds;
  }

  public Network network() {
    return network;
  }

  RoutingPolicies policies() {
    return policies;
  }

  public Routing routing() {
    return routing;
  }

  public Orders orders() {
    return orders;
  }

  public Duplicates duplicates() {
    return duplicates;
  }

  public Restrictions restrictions() {
    return restrictions;
  }

  public ChannelRegistry channels() {
    return channels;
  }

  public ChannelAccounts accounts() {
    return accounts;
  }

  public Remapping remapping() {
    return remapping;
  }

  public Publishing publishing() {
    return publishing;
  }

  /** What publishing does with the journal's events. */
  public StockNews stockNews() {
    return new StockNews(publishing, orders, checkoutHolds);
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  public Trials trials() {
    return new Trials(catalog, new PromisedStock(promising), new MeasuredDelays());
  }

  public Pushing pushing() {
    return pushing;
  }
}
