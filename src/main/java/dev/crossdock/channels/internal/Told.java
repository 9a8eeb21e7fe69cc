package dev.crossdock.channels.internal;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.inbox.InboxMessage;

/** A message that told an order; the message alone tells two of them apart. */
record Told(InboxMessage message, ChannelRef ref, IncomingOrder order) {

  static Cause cause(InboxMessage message) {
    return new Cause(
        Actor.channel(message.channel(), message.account()), "inbox:" + message.topic(), message.id(), message.id());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Told told && told.message.id().equals(message.id());
  }

  /** Not that of all it says: walking through whole orders for each look into a map costs more than deciding them. */
  @Override
  public int hashCode() {
    return message.id().hashCode();
  }

  Cause cause() {
    return cause(message);
  }
}
