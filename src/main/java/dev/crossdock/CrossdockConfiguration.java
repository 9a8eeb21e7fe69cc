package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.channels.AdapterScan;
import dev.crossdock.channels.Pipeline;
import dev.crossdock.customers.Erasure;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.Retention;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.validation.Restrictions;
import dev.crossdock.platform.checks.CheckMeters;
import dev.crossdock.platform.checks.Checks;
import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchants;
import dev.crossdock.platform.http.AddressPolicy;
import dev.crossdock.platform.http.HttpOutbound;
import dev.crossdock.platform.http.OutboundLimits;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxLimits;
import dev.crossdock.platform.inbox.InboxMeters;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.platform.journal.AnchorFile;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalMeters;
import dev.crossdock.platform.journal.JournalSignal;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.platform.journal.SealerLoop;
import dev.crossdock.platform.security.ApiKeys;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Sessions;
import dev.crossdock.platform.security.Vault;
import dev.crossdock.platform.security.VaultKey;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.routing.Routing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Hands the parts of the {@link Assembly} to the framework, for endpoints and pages to be given. */
@Configuration(proxyBeanMethods = false)
class CrossdockConfiguration {

  private static final Duration JOBS_POLL = Duration.ofSeconds(5);
  private static final String CHECKS = "checks";
  /** When nearly nobody sells. */
  private static final LocalTime NIGHT = LocalTime.of(2, 40);

  @Bean
  InstantSource time() {
    return new SystemTime();
  }

  @Bean
  Ids ids(InstantSource time) {
    return new Ids(time, new SecureRandom());
  }

  @Bean
  Sealer sealer(DataSource dataSource, InstantSource time, NodeName node) {
    return new Sealer(new Door(dataSource, time), time, node.text(), Sealer.Limits.USUAL);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("flywayInitializer")
  SealerLoop sealerLoop(DataSource dataSource, Sealer sealer, Settings settings) {
    return new SealerLoop(
        dataSource, sealer, SealerLoop.Pauses.USUAL, new AnchorFile(settings.data().resolve("journal.anchors")));
  }

  @Bean
  Journal journal(Ids ids, SealerLoop sealer) {
    return new Journal(ids, sealer::wake);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Vault vault(Settings settings, DataSource dataSource, InstantSource time) {
    return VaultKey.open(settings.data(), settings.node().vaultKey(), dataSource, time.instant());
  }

  @Bean(destroyMethod = "close")
  HttpOutbound outbound(Settings settings) {
    return new HttpOutbound(
        AddressPolicy.publicInternet().allowing(settings.allowTargets()), OutboundLimits.STANDARD);
  }

  @Bean
  Assembly assembly(
      DataSource dataSource,
      InstantSource time,
      Ids ids,
      Journal journal,
      Vault vault,
      HttpOutbound http,
      Pipeline.Merchants merchants,
      NodeName node,
      Settings settings) {
    return new Assembly(
        new Assembly.Given(
            dataSource, time, ids, journal, vault, AdapterScan.adapters(), http, merchants,
            InboxLimits.USUAL.keepingBodies(settings.rawMessages()), retention(settings.personalData()),
            node.text()));
  }

  private static Retention retention(Settings.PersonalDataKept kept) {
    return new Retention(kept.people(), kept.bills(), kept.notes(), Map.of());
  }

  @Bean
  Pipeline.Merchants merchants(DataSource dataSource) {
    return () -> Merchants.all(dataSource);
  }

  @Bean
  Checks checks(Assembly assembly, DataSource dataSource, InstantSource time, Ids ids, Jobs jobs, Settings settings) {
    return new Checks(
        assembly.door(), ids, AllChecks.of(dataSource, assembly.door(), ids, settings.data()),
        name -> jobs.order(CHECKS, name, name, time.instant()));
  }

  @Bean
  CheckMeters checkMeters(Assembly assembly, Checks checks, Pipeline.Merchants merchants, InstantSource time) {
    return new CheckMeters(assembly.door(), checks, merchants::all, time);
  }

  @Bean
  Running running(Assembly assembly, Pipeline.Merchants merchants, Jobs jobs, Checks checks) {
    Cause cause = Cause.of(Actor.system("checks"), "job:" + CHECKS, assembly.ids().next());
    jobs.once(CHECKS, checks::run);
    jobs.daily("checks-nightly", NIGHT, () ->
        merchants.all().forEach(merchant -> assembly.door().write(merchant, cause, checks::ask)));
    return new Running(assembly, new Housekeeping(assembly, merchants::all), jobs);
  }

  @Bean(destroyMethod = "")
  Jobs jobs(DataSource dataSource, InstantSource time, NodeName node) {
    return new Jobs(dataSource, time, JOBS_POLL, node.text());
  }

  @Bean
  ApiKeys apiKeys(Assembly assembly, DataSource dataSource, InstantSource time) {
    return new ApiKeys(assembly.door(), dataSource, assembly.journal(), assembly.ids(), time);
  }

  @Bean
  People people(Assembly assembly, DataSource dataSource, InstantSource time) {
    return new People(assembly.door(), dataSource, assembly.journal(), assembly.ids(), time);
  }

  @Bean
  Sessions sessions(Assembly assembly, InstantSource time) {
    return new Sessions(assembly.door(), assembly.ids(), time);
  }

  @Bean
  Door door(Assembly assembly) {
    return assembly.door();
  }

  @Bean(destroyMethod = "")
  Inbox inbox(Assembly assembly) {
    return assembly.inbox();
  }

  @Bean
  InboxMeters inboxMeters(Inbox inbox, InstantSource time) {
    return new InboxMeters(inbox, time);
  }

  @Bean
  JournalMeters journalMeters(DataSource dataSource, InstantSource time) {
    return new JournalMeters(dataSource, time);
  }

  @Bean
  Catalog catalog(Assembly assembly) {
    return assembly.catalog();
  }

  @Bean
  PersonalData personalData(Assembly assembly) {
    return assembly.personalData();
  }

  @Bean
  Erasure erasure(Assembly assembly) {
    return assembly.erasure();
  }

  @Bean
  Locations locations(Assembly assembly) {
    return assembly.locations();
  }

  @Bean
  Stock stock(Assembly assembly) {
    return assembly.stock();
  }

  @Bean
  StockHistory stockHistory(Assembly assembly) {
    return assembly.stockHistory();
  }

  @Bean
  PurchaseOrders purchaseOrders(Assembly assembly) {
    return assembly.documents().purchaseOrders();
  }

  @Bean
  Transfers transfers(Assembly assembly) {
    return assembly.documents().transfers();
  }

  @Bean
  StockCounts stockCounts(Assembly assembly) {
    return assembly.documents().stockCounts();
  }

  @Bean
  Bins bins(Assembly assembly) {
    return assembly.documents().bins();
  }

  @Bean
  StockImports stockImports(Assembly assembly) {
    return assembly.documents().stockImports();
  }

  @Bean
  FileImports fileImports(Assembly assembly) {
    return assembly.documents().fileImports();
  }

  @Bean
  Exceptions exceptions(Assembly assembly) {
    return assembly.exceptions();
  }

  @Bean
  Routing routing(Assembly assembly) {
    return assembly.routing();
  }

  @Bean
  Orders orders(Assembly assembly) {
    return assembly.orders();
  }

  @Bean
  OrderSearch orderSearch(Assembly assembly) {
    return assembly.orderSearch();
  }

  @Bean
  Restrictions restrictions(Assembly assembly) {
    return assembly.restrictions();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("flywayInitializer")
  JournalSignal journalSignal(DataSource dataSource) {
    return new JournalSignal(dataSource);
  }
}
