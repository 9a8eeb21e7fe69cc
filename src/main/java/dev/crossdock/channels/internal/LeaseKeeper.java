package dev.crossdock.channels.internal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Keeps the leases of what this process calls out for. They are short, so that others take over soon when it dies, and
 * renewed while the call lasts. What the same node had leased when it died, it takes back when it begins again: nobody
 * has to wait. The fence of each lease sees to it that taking over too early does no harm.
 */
final class LeaseKeeper {

  /** How long others wait for a node that died in the middle of a call. */
  static final Duration LENGTH = Duration.ofSeconds(15);

  /** Several renewals may be lost before a lease is. */
  static final Duration RENEWED_EVERY = Duration.ofSeconds(4);

  private record Message(Merchant merchant, UUID id, long fence) {}

  private record Account(Merchant merchant, PollStore.Poll poll) {}

  private final Door door;
  private final Inbox inbox;
  private final Ids ids;
  private final String node;
  private final PollStore polls = new PollStore();
  private final Set<Message> messages = ConcurrentHashMap.newKeySet();
  private final Set<Account> accounts = ConcurrentHashMap.newKeySet();

  LeaseKeeper(Door door, Inbox inbox, Ids ids, String node) {
    this.door = door;
    this.inbox = inbox;
    this.ids = ids;
    this.node = node;
  }

  /** The name leases are held under. */
  String node() {
    return node;
  }

  /**
   * Renews the lease of a message that was just given, again and again until what is returned is closed. It is renewed
   * with all others: a transaction for each message would cost more than its call.
   */
  Kept keep(Merchant merchant, UUID message, long fence) {
    Message kept = new Message(merchant, message, fence);
    messages.add(kept);
    return new Kept(() -> messages.contains(kept), () -> messages.remove(kept));
  }

  /** Renews the lease of a poll that was just taken on, again and again until what is returned is closed. */
  Kept keep(Merchant merchant, PollStore.Poll poll) {
    Account kept = new Account(merchant, poll);
    accounts.add(kept);
    return new Kept(() -> accounts.contains(kept), () -> accounts.remove(kept));
  }

  /** A lease that is renewed until this is closed, or until it has passed to somebody else. */
  record Kept(BooleanSupplier standing, Runnable end) implements AutoCloseable {

    /** As far as the last renewal knows: for not beginning what would be in vain, not for relying on. */
    boolean stands() {
      return standing.getAsBoolean();
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** Renews everything once and forgets what has passed to somebody else; how many leases stand. */
  int renew() {
    Map<Merchant, List<Message>> kept = messages.stream().collect(Collectors.groupingBy(Message::merchant));
    kept.forEach(this::renew);
    accounts.removeIf(account -> !renew(account));
    return messages.size() + accounts.size();
  }

  private void renew(Merchant merchant, List<Message> kept) {
    Map<UUID, Long> fences = kept.stream().collect(Collectors.toMap(Message::id, Message::fence, Math::max));
    Set<UUID> standing = door.write(merchant, cause(), tx -> inbox.renew(tx, fences, tx.now().plus(LENGTH)));
    fences.keySet().retainAll(standing);
    kept.removeIf(message -> Objects.equals(fences.get(message.id()), message.fence()));
    kept.forEach(messages::remove);
  }

  private boolean renew(Account account) {
    return door.write(account.merchant(), cause(), tx -> polls.renew(tx, account.poll(), tx.now().plus(LENGTH)));
  }

  /** Takes back what this node had leased before it began; how much that was. */
  int takeBack(Merchant merchant) {
    return takeBack(merchant, node);
  }

  /** The same for any node that is gone. */
  int takeBack(Merchant merchant, String holder) {
    return door.write(merchant, cause(), (Tx tx) -> inbox.takeBack(tx, holder) + polls.takeBack(tx, holder));
  }

  private Cause cause() {
    return Cause.of(Actor.system("channels"), "job:leases", ids.next());
  }
}
