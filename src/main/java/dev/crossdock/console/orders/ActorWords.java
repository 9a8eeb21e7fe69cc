package dev.crossdock.console.orders;

import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.platform.db.Actor;

/** Names those who do things, as people call them. */
public final class ActorWords {

  private static final int SHOWN = 8;

  private final ChannelRegistry channels;

  public ActorWords(ChannelRegistry channels) {
    this.channels = channels;
  }

  public String of(Actor actor) {
    return switch (actor.kind()) {
      case PERSON -> actor.id();
      case API_KEY -> "API key " + ending(actor.id());
      case CHANNEL -> channel(actor.id().split("/", 2)[0]);
      case RULE -> "Rule " + actor.id();
      case TIMER -> "Timer " + actor.id();
      case SYSTEM -> "Crossdock";
    };
  }

  /** The last characters of a long id: enough to tell two keys apart. */
  private static String ending(String id) {
    return id.length() > SHOWN ? "…" + id.substring(id.length() - SHOWN) : id;
  }

  /** A channel as people call it. */
  public String channel(String id) {
    return channels.find(id).map(Channel::displayName).orElse(id);
  }
}
