package dev.crossdock;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.Pipeline;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.PolicyWatch;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import java.time.Duration;
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

  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  @Bean
  Expressions expressions() {
    return new Expressions();
  }

  @Bean
  Policies policies(Assembly assembly, Expressions expressions) {
    Surroundings surroundings =
        new Surroundings(
            assembly.locations(), assembly.network().facts(), assembly.catalog()::known,
            tx -> accounts(assembly, tx));
    return new Policies(new PolicyReader(expressions), surroundings, List.of(), assembly.journal());
  }

  /** Looks at once and from time to time whether the policy in force can be read. */
  @Bean
  PolicyWatch policyWatch(
      Assembly assembly, Policies policies, Expressions expressions, Jobs jobs, Pipeline.Merchants merchants) {
    PolicyWatch watch =
        new PolicyWatch(policies, new StoredPolicies(policies, expressions), assembly.exceptions());
    jobs.every(
        "routing-policy-look",
        LOOK_EVERY,
        () -> {
          Cause cause = Cause.of(Actor.system("housekeeping"), "job:look", assembly.ids().next());
          merchants.all().forEach(merchant -> assembly.door().run(merchant, cause, watch::look));
        });
    return watch;
  }

  private static Map<String, Set<String>> accounts(Assembly assembly, Tx tx) {
    Map<String, Set<String>> accounts = new TreeMap<>();
    for (ChannelAccount each : assembly.accounts().list(tx)) {
      accounts.computeIfAbsent(each.settings().channel(), channel -> new TreeSet<>()).add(each.settings().account());
    }
    return accounts;
  }
}
