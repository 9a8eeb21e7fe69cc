package dev.crossdock.channels.internal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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
    return new Kept(() -> messages.remove(kept));
  }

  /** Renews the lease of a poll that was just taken on, again and again until what is returned is closed. */
  Kept keep(Merchant merchant, PollStore.Poll poll) {
    Account kept = new Account(merchant, poll);
    accounts.add(kept);
    return new Kept(() -> accounts.remove(kept));
  }

  /** A lease that is renewed until this is closed. */
  record Kept(Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Renews everything once; how many leases stand. */
  int renew() {
    int standing = 0;
    Map<Merchant, Map<UUID, Long>> fences = new HashMap<>();
    messages.forEach(m -> fences.computeIfAbsent(m.merchant(), merchant -> new HashMap<>()).put(m.id(), m.fence()));
    for (Map.Entry<Merchant, Map<UUID, Long>> each : fences.entrySet()) {
      standing +=
          door.write(each.getKey(), cause(), tx -> inbox.renew(tx, each.getValue(), tx.now().plus(LENGTH)));
    }
    for (Account account : accounts) {
      boolean stands =
          door.write(account.merchant(), cause(), tx -> polls.renew(tx, account.poll(), tx.now().plus(LENGTH)));
      standing += stands ? 1 : 0;
    }
    return standing;
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
