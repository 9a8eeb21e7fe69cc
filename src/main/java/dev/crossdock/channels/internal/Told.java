package dev.crossdock.channels.internal;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.inbox.InboxMessage;

/** A message that told an order. */
record Told(InboxMessage message, ChannelRef ref, IncomingOrder order) {

  static Cause cause(InboxMessage message) {
    return new Cause(
        Actor.channel(message.channel(), message.account()), "inbox:" + message.topic(), message.id(), message.id());
  }

  Cause cause() {
    return cause(message);
  }
}
