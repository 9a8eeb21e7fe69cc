package dev.crossdock;

import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.JournalFollower;
import dev.crossdock.platform.journal.JournalSignal;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.RoutingQueue;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.news.RoutingNews;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what people do about places, and what routing knows of them, to the framework. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Bean
  RoutingCommands routingCommands(Assembly assembly) {
    return new RoutingCommands(assembly.orders(), assembly.routing(), assembly.stock());
  }

  @Bean
  Network network(Assembly assembly) {
    return assembly.network();
  }

  /** Queues waiting orders when what they wait for may have changed. */
  @Bean(initMethod = "start", destroyMethod = "close")
  JournalFollower routingReader(
      Assembly assembly, DataSource dataSource, JournalSignal signal, InstantSource time, NodeName node) {
    JournalFollower.Name name = JournalFollower.Name.of("routing", node.text());
    return new JournalFollower(
        dataSource, time, signal, name, new RoutingNews(assembly.routing(), assembly.orders()));
  }

  @Bean
  RoutingQueue routingQueue(Assembly assembly) {
    return new RoutingQueue(assembly.orders());
  }
}
