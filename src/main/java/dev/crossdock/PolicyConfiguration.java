package dev.crossdock;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyWatch;
import dev.crossdock.routing.policies.StoredPolicies;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What policies are written, checked and kept with, from the {@link Assembly} to the framework. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  @Bean
  Expressions expressions(Assembly assembly) {
    return assembly.policies().expressions();
  }

  @Bean
  Policies policies(Assembly assembly) {
    return assembly.policies().kept();
  }

  @Bean
  StoredPolicies storedPolicies(Assembly assembly) {
    return assembly.policies().inForce();
  }

  /** Looks at once and from time to time whether the policy in force can be read. */
  @Bean
  PolicyWatch policyWatch(Assembly assembly, Jobs jobs, Pipeline.Merchants merchants) {
    PolicyWatch watch =
        new PolicyWatch(assembly.policies().kept(), assembly.policies().inForce(), assembly.exceptions());
    jobs.every(
        "routing-policy-look",
        LOOK_EVERY,
        () -> {
          Cause cause = Cause.of(Actor.system("housekeeping"), "job:look", assembly.ids().next());
          merchants.all().forEach(merchant -> assembly.door().run(merchant, cause, watch::look));
        });
    return watch;
  }
}
