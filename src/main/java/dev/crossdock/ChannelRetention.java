package dev.crossdock;

import dev.crossdock.channels.Channel;
import dev.crossdock.customers.Retention;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each channel may have a rule of its own for how long personal data from it is kept. */
final class ChannelRetention {

  private ChannelRetention() {}

  static Retention of(Retention usual, List<Channel> adapters) {
    Map<String, Duration> rules = new HashMap<>();
    for (Channel adapter : adapters) {
      Duration longest = adapter.capabilities().personalDataMax();
      if (longest != null) {
        rules.put(adapter.id(), longest);
      }
    }
    return usual.withChannelRules(rules);
  }
}
