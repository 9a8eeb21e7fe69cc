package dev.crossdock;

import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.lots.Picks;
import dev.crossdock.inventory.skus.SkuSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells units apart and what they cost, from the {@link Assembly} to the framework. */
@Configuration(proxyBeanMethods = false)
class UnitsConfiguration {

  @Bean
  SkuSettings skuSettings(Assembly assembly) {
    return assembly.skuSettings();
  }

  @Bean
  Costing costing(Assembly assembly) {
    return assembly.costing();
  }

  @Bean
  Lots lots(Assembly assembly) {
    return assembly.lots();
  }

  @Bean
  Picks picks(Assembly assembly) {
    return assembly.picks();
  }
}
