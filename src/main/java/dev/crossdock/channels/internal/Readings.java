package dev.crossdock.channels.internal;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A batch of messages after decoding, sorted by what has to follow. */
final class Readings {

  /** An order that was removed at its channel. */
  record Removal(InboxMessage message, ChannelRef ref, Decoded.Removed removed) {}

  /** An order that has to be fetched. */
  record Fetch(InboxMessage message, String externalId) {}

  final List<Told> told = new ArrayList<>();
  final List<Removal> removals = new ArrayList<>();
  final List<Fetch> fetches = new ArrayList<>();
  final Map<UUID, Outcome> outcomes = new LinkedHashMap<>();

  static Readings of(
      List<InboxMessage> messages, ChannelRegistry channels, Function<InboxMessage, Optional<AccountSettings>> accounts) {
    Readings readings = new Readings();
    for (InboxMessage message : messages) {
      Optional<Channel> channel = channels.find(message.channel());
      Optional<AccountSettings> account = accounts.apply(message);
      if (channel.isEmpty() || account.isEmpty()) {
        readings.park(message, "unknown-account", "", "There is no account " + message.channel() + "/" + message.account());
      } else {
        RawMessage raw = new RawMessage(message.topic(), message.headers(), message.body());
        readings.sort(message, channel.get().decode(raw, account.get()));
      }
    }
    return readings;
  }

  /** Leaves out messages of orders that another batch is at; they get no outcome and come again. */
  Readings leftTo(Underway.Batch batch) {
    told.removeIf(each -> !batch.takes(each.ref()));
    removals.removeIf(each -> !batch.takes(each.ref()));
    return this;
  }

  /** Those whose order is now as they told it. */
  List<Told> written() {
    return told.stream().filter(each -> outcomes.get(each.message().id()) instanceof Outcome.Done).toList();
  }

  private void sort(InboxMessage message, Decoded decoded) {
    switch (decoded) {
      case Decoded.Snapshot snapshot -> told.add(new Told(message, ref(message, snapshot.order().externalId()), snapshot.order()));
      case Decoded.FetchNeeded fetch -> fetches.add(new Fetch(message, fetch.externalId()));
      case Decoded.Removed removed -> removals.add(new Removal(message, ref(message, removed.externalId()), removed));
      case Decoded.Ignored ignored -> outcomes.put(message.id(), new Outcome.Ignored(ignored.reason()));
      case Decoded.Invalid invalid -> park(message, invalid.rule(), invalid.path(), invalid.sentence());
    }
  }

  private void park(InboxMessage message, String rule, String path, String sentence) {
    outcomes.put(message.id(), new Outcome.Parked(rule, path, sentence, null));
  }

  private static ChannelRef ref(InboxMessage message, String externalId) {
    return new ChannelRef(message.channel(), message.account(), externalId);
  }
}
