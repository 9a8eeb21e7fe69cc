package dev.crossdock;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.FactsSource;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What policies are written, checked and kept with, from the {@link Assembly} to the framework. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  @Bean
  Policies policies(Assembly assembly) {
    Surroundings surroundings =
        new Surroundings(
            assembly.locations(), FactsSource.PLAIN, assembly.catalog()::known, tx -> accounts(assembly, tx));
    return new Policies(new PolicyReader(new Expressions()), surroundings, List.of(), assembly.journal());
  }

  private static Map<String, Set<String>> accounts(Assembly assembly, Tx tx) {
    Map<String, Set<String>> accounts = new TreeMap<>();
    for (ChannelAccount each : assembly.accounts().list(tx)) {
      accounts.computeIfAbsent(each.settings().channel(), channel -> new TreeSet<>()).add(each.settings().account());
    }
    return accounts;
  }
}
