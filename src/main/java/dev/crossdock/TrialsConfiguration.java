package dev.crossdock;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.inventory.costing.UnitCosts;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.reach.Reaches;
import dev.crossdock.routing.reach.RecentOrders;
import dev.crossdock.routing.trials.BacktestWorker;
import dev.crossdock.routing.trials.Backtests;
import dev.crossdock.routing.trials.CaseTrial;
import dev.crossdock.routing.trials.History;
import dev.crossdock.routing.trials.PastReading;
import dev.crossdock.routing.tryout.ApplicationWorker;
import dev.crossdock.routing.tryout.Applications;
import dev.crossdock.routing.tryout.Canaries;
import dev.crossdock.routing.tryout.ShadowReport;
import dev.crossdock.routing.tryout.Tryouts;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Hands what tries policies, and counts how many orders their rules meet, to the framework. */
@Configuration(proxyBeanMethods = false)
class TrialsConfiguration {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration EACH_HOUR = Duration.ofHours(1);
  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

  @Bean
  CaseTrial caseTrial(Policies policies, Expressions expressions, StoredPolicies inForce) {
    return new CaseTrial(expressions, policies, inForce);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("flywayInitializer")
  BacktestWorker backtestWorker(
      Assembly house, CaseTrial policies, Pipeline.Merchants merchants, NodeName node) {
    return new BacktestWorker(house.door(), node.text(), house.ids(), policies, past(house), merchants::all);
  }

  @Bean
  Backtests backtests(Assembly house, CaseTrial policies, BacktestWorker worker) {
    return new Backtests(new PastOrders(), policies, house.ids(), worker::wake);
  }

  @Bean
  Reaches reaches(Assembly house, Expressions expressions) {
    return new Reaches(
        new RecentOrders(house.door(), new PastOrders(), history(house), System::nanoTime), expressions,
        System::nanoTime);
  }

  /** Adds up what shadows came to, and forgets what is too old. */
  @Bean
  ShadowReport shadowReport(Assembly house, Jobs jobs, Pipeline.Merchants merchants) {
    ShadowReport report = new ShadowReport();
    jobs.every(
        "routing-shadows-tidy",
        EACH_MINUTE,
        () -> {
          Cause cause = Cause.of(Actor.system("housekeeping"), "job:shadows", house.ids().next());
          merchants.all().forEach(merchant -> house.door().run(merchant, cause, report::tidy));
        });
    return report;
  }

  /** Takes a canary back that does worse than the active version. */
  @Bean
  Canaries canaries(Assembly house, Policies policies, Jobs jobs, Pipeline.Merchants merchants) {
    Canaries canaries = new Canaries(policies, house.exceptions(), house.journal());
    jobs.every(
        "routing-canary-look",
        EACH_MINUTE,
        () -> {
          Cause cause = Cause.of(Actor.system("canary-watch"), "job:canary", house.ids().next());
          merchants.all().forEach(merchant -> house.door().run(merchant, cause, canaries::look));
        });
    return canaries;
  }

  /** Applies versions to orders that are not released, and forgets what is too old. */
  @Bean
  Applications applications(
      Assembly house, Policies policies, CaseTrial trial, Jobs jobs, Pipeline.Merchants merchants) {
    Applications applications = new Applications(policies, house.journal(), house.ids());
    ApplicationWorker worker =
        new ApplicationWorker(house.door(), house.orders(), house.routing(), policies, trial, applications);
    jobs.every("routing-apply", SOON, () -> merchants.all().forEach(worker::work));
    jobs.every(
        "routing-apply-tidy",
        EACH_HOUR,
        () -> {
          Cause cause = Cause.of(Actor.system("housekeeping"), "job:apply-policy", house.ids().next());
          merchants.all().forEach(merchant -> house.door().run(merchant, cause, applications::tidy));
        });
    return applications;
  }

  @Bean
  Tryouts tryouts(Assembly house, CaseTrial policies) {
    return new Tryouts(house.routing().dryRun(), policies, house.catalog(), house.ids());
  }

  private static PastReading past(Assembly house) {
    return new PastReading(new PastOrders(), new PastStock(), history(house), new UnitCosts());
  }

  private static History history(Assembly house) {
    return new History(
        house.locations(), house.network().profiles(), house.network().cards(), house.network().items(),
        house.catalog()::weights, house.personalData());
  }
}
