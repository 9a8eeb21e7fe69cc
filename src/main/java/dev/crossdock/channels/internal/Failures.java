package dev.crossdock.channels.internal;

import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Messages that were not understood, as exceptions; closed when the message is understood at last. */
final class Failures {

  private final Exceptions exceptions;

  Failures(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  void keep(Tx tx, List<InboxMessage> messages, Map<UUID, Outcome> outcomes) {
    List<NewException> opened = new ArrayList<>();
    List<String> settled = new ArrayList<>();
    for (InboxMessage message : messages) {
      Outcome outcome = outcomes.get(message.id());
      if (outcome instanceof Outcome.Parked parked && parked.waitsFor() == null) {
        opened.add(notUnderstood(message, parked));
      } else if (message.attempts() > 0 && (outcome instanceof Outcome.Done || outcome instanceof Outcome.Ignored)) {
        settled.add(key(message));
      }
    }
    exceptions.open(tx, opened);
    exceptions.resolve(tx, settled, "the message was run again and understood");
  }

  static String key(InboxMessage message) {
    return "message:" + message.id();
  }

  private static NewException notUnderstood(InboxMessage message, Outcome.Parked parked) {
    String account = message.channel() + "/" + message.account();
    return new NewException(
        ExceptionType.INTAKE_INVALID,
        "intake:" + account + ":" + parked.rule() + ":" + parked.path().replaceAll("/\\d+", "/*"),
        key(message),
        null,
        message.id(),
        message.channel(),
        message.account(),
        "A message was not understood: " + parked.sentence(),
        "Have it sent again once it is right, or run it again after the cause is gone.",
        Map.of(
            "rule", parked.rule(), "path", parked.path(), "channel", message.channel(), "account", message.account(),
            "topic", message.topic()));
  }
}
