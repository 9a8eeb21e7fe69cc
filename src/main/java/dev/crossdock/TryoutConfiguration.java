package dev.crossdock;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.routing.trials.CaseTrial;
import dev.crossdock.routing.tryout.ShadowReport;
import dev.crossdock.routing.tryout.Tryouts;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what tries policies on orders as they are now to the framework. */
@Configuration(proxyBeanMethods = false)
class TryoutConfiguration {

  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

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

  @Bean
  Tryouts tryouts(Assembly house, CaseTrial policies) {
    return new Tryouts(house.routing().dryRun(), policies, house.catalog(), house.ids());
  }
}
