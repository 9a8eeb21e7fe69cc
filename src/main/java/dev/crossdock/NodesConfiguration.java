package dev.crossdock;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchants;
import dev.crossdock.platform.db.VacuumHorizon;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.platform.nodes.Node;
import dev.crossdock.platform.nodes.NodeWatch;
import dev.crossdock.platform.nodes.SchemaUpgrade;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Sessions;
import dev.crossdock.routing.trials.BacktestWorker;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Several processes on one database: they know of each other, and take over from one that is gone. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {

  private static final Duration HOURLY = Duration.ofHours(1);

  @Bean
  SchemaUpgrade schemaUpgrade() {
    return new SchemaUpgrade();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("flywayInitializer")
  NodeWatch nodeWatch(
      Assembly house, BacktestWorker backtests, DataSource dataSource, Jobs jobs, Ids ids, InstantSource time,
      NodeName node, Flyway flyway) {
    Node self = new Node(node.text(), ids.next(), SchemaUpgrade.migrations(flyway), time.instant());
    return new NodeWatch(
        dataSource, self, NodeWatch.Pauses.USUAL, silent -> takeOver(house, backtests, dataSource, jobs, silent),
        System::nanoTime);
  }

  @Bean
  VacuumHorizon vacuumHorizon(DataSource dataSource) {
    return new VacuumHorizon(dataSource, VacuumHorizon.LONG);
  }

  @Bean
  SmartInitializingSingleton horizonWatch(VacuumHorizon horizon, Jobs jobs) {
    return () -> jobs.every("horizon-watch", VacuumHorizon.LONG, horizon::warn);
  }

  /** Sessions and wrong tries are known to all nodes; one of them forgets those that are over. */
  @Bean
  SmartInitializingSingleton forgetting(Assembly house, Sessions sessions, People people, Jobs jobs, DataSource data) {
    return () ->
        jobs.every(
            "sessions-forget",
            HOURLY,
            () -> {
              Cause cause = Cause.of(Actor.system("housekeeping"), "job:forget", house.ids().next());
              Merchants.all(data).forEach(merchant -> house.door().write(merchant, cause, sessions::forget));
              people.forgetMisses();
            });
  }

  /** Everything that is leased by a node's name. Leases have fences, runs have versions: nothing is done twice. */
  private static void takeOver(
      Assembly house, BacktestWorker backtests, DataSource dataSource, Jobs jobs, String silent) {
    Cause cause = Cause.of(Actor.system("nodes"), "job:take-over", house.ids().next());
    Merchants.all(dataSource).forEach(merchant -> {
      house.takeOver(merchant, cause, silent);
      backtests.takeOver(merchant, silent);
    });
    jobs.takeBack(silent);
  }
}
