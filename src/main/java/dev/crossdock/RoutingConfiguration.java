package dev.crossdock;

import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.RoutingQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what people do about places to the framework. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Bean
  RoutingCommands routingCommands(Assembly assembly) {
    return new RoutingCommands(assembly.orders(), assembly.routing(), assembly.stock());
  }

  @Bean
  RoutingQueue routingQueue(Assembly assembly) {
    return new RoutingQueue(assembly.orders());
  }
}
