package dev.crossdock;

import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.Remapping;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.Trials;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.channels.pushing.PushMeters;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.JournalFollower;
import dev.crossdock.platform.journal.JournalSignal;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the framework is handed of channels. */
@Configuration(proxyBeanMethods = false)
class ChannelsConfiguration {

  @Bean
  ChannelRegistry channels(Assembly assembly) {
    return assembly.channels();
  }

  @Bean
  ChannelAccounts channelAccounts(Assembly assembly) {
    return assembly.accounts();
  }

  @Bean
  Publishing publishing(Assembly assembly) {
    return assembly.publishing();
  }

  @Bean
  Trials trials(Assembly assembly) {
    return assembly.trials();
  }

  @Bean
  Listings listings(Assembly assembly) {
    return assembly.pushing().listings();
  }

  @Bean
  PushMeters pushMeters(Assembly assembly) {
    return assembly.pushing().meters();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  JournalFollower publishingReader(
      Assembly assembly, DataSource dataSource, JournalSignal signal, InstantSource time, NodeName node) {
    JournalFollower.Name name = JournalFollower.Name.of("stock-publishing", node.text());
    return new JournalFollower(dataSource, time, signal, name, assembly.stockNews());
  }

  @Bean
  Remapping remapping(Assembly assembly) {
    return assembly.remapping();
  }
}
