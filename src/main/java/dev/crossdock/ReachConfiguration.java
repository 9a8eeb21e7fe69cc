package dev.crossdock;

import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.reach.Reaches;
import dev.crossdock.routing.reach.RecentOrders;
import dev.crossdock.routing.trials.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what counts how many orders rules meet to the framework. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {

  @Bean
  Reaches reaches(Assembly house, Expressions expressions) {
    History history =
        new History(
            house.locations(), house.network().profiles(), house.network().cards(), house.network().items(),
            house.catalog()::weights, house.personalData());
    return new Reaches(
        new RecentOrders(house.door(), new PastOrders(), history, System::nanoTime), expressions, System::nanoTime);
  }
}
