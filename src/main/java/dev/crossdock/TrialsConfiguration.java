package dev.crossdock;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.orders.history.PastOrders;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Hands what tries policies, and counts how many orders their rules meet, to the framework. */
@Configuration(proxyBeanMethods = false)
class TrialsConfiguration {

  @Bean
  CaseTrial caseTrial(Policies policies, Expressions expressions, StoredPolicies inForce) {
    return new CaseTrial(expressions, policies, inForce);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("flywayInitializer")
  BacktestWorker backtestWorker(Assembly house, CaseTrial policies, Pipeline.Merchants merchants) {
    return new BacktestWorker(house.door(), house.ids(), policies, past(house), merchants::all);
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

  private static PastReading past(Assembly house) {
    return new PastReading(new PastOrders(), new PastStock(), history(house));
  }

  private static History history(Assembly house) {
    return new History(
        house.locations(), house.network().profiles(), house.network().cards(), house.network().items(),
        house.catalog()::weights, house.personalData());
  }
}
