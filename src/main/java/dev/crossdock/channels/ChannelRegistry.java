package dev.crossdock.channels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels there are, by id. */
public final class ChannelRegistry {

  private final Map<String, Channel> byId = new TreeMap<>();

  public ChannelRegistry(List<Channel> channels) {
    for (Channel channel : channels) {
      if (byId.put(channel.id(), channel) != null) {
        throw new IllegalStateException("two adapters call themselves " + channel.id());
      }
    }
  }

  public Optional<Channel> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<Channel> all() {
    return byId.values();
  }
}
