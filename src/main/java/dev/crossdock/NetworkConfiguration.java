package dev.crossdock;

import dev.crossdock.routing.network.Network;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what routing knows of the network to the framework. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

  @Bean
  Network network(Assembly assembly) {
    return assembly.network();
  }
}
