package dev.crossdock.channels.pushing;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.pushing.internal.PushStore.Due;
import dev.crossdock.channels.pushing.internal.PushStore.Refusal;
import dev.crossdock.channels.pushing.internal.PushStore.Turn;
import dev.crossdock.channels.pushing.internal.PushStore;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Tells channels what is owed. One process at a time pushes to an account, under a lease longer than a call may last;
 * what it was sending when it died is still owed and sent again, which does no harm, for quantities are absolute.
 */
public final class Pusher {

  /** Longer than any call, so that two calls for one account cannot overtake each other. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration BACKOFF_FIRST = Duration.ofSeconds(2);
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(5);
  private static final Duration FAILED_PAUSE = Duration.ofMinutes(5);
  private static final int DOUBLINGS_MAX = 8;

  private final Door door;
  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Function<ChannelAccount, ChannelSession> sessions;
  private final Exceptions exceptions;
  private final Identity identity;
  private final PushStore store = new PushStore();

  /** Who pushes. */
  public record Identity(String node, Ids ids) {}

  public Pusher(
      Door door,
      ChannelRegistry channels,
      ChannelAccounts accounts,
      Function<ChannelAccount, ChannelSession> sessions,
      Exceptions exceptions,
      Identity identity) {
    this.door = door;
    this.channels = channels;
    this.accounts = accounts;
    this.sessions = sessions;
    this.exceptions = exceptions;
    this.identity = identity;
  }

  private record Batch(Turn turn, ChannelAccount account, StockPush way, List<Due> due) {}

  /** One batch to one account; how many quantities were told, 0 when nothing is due. */
  public int workOnce(Merchant merchant) {
    Optional<Batch> taken = door.write(merchant, cause(), this::take);
    if (taken.isEmpty()) {
      return 0;
    }
    Batch batch = taken.get();
    Told told = call(batch);
    door.run(merchant, cause(), tx -> finish(tx, batch, told));
    return batch.due().size();
  }

  private Optional<Batch> take(Tx tx) {
    Optional<Turn> taken = store.take(tx, identity.node(), tx.now().plus(LEASE));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Turn turn = taken.get();
    Optional<StockPush> way = channels.find(turn.channel()).flatMap(channel -> channel.stockPush());
    Optional<ChannelAccount> account = accounts.find(tx, turn.channel(), turn.account());
    if (way.isEmpty() || account.isEmpty()) {
      store.end(tx, turn, tx.now().plus(FAILED_PAUSE), turn.failures(), "This account takes no stock.");
      return Optional.empty();
    }
    return Optional.of(new Batch(turn, account.get(), way.get(), store.send(tx, turn, way.get().batchMax())));
  }

  private Told call(Batch batch) {
    List<StockPush.Level> levels =
        batch.due().stream().map(due -> new StockPush.Level(due.place(), due.units())).toList();
    return batch.way().tell(levels, sessions.apply(batch.account()));
  }

  private void finish(Tx tx, Batch batch, Told told) {
    Turn turn = batch.turn();
    if (!store.holds(tx, turn)) {
      store.tellAgain(tx, turn, batch.due());
      return;
    }
    switch (told) {
      case Told.Taken(List<StockPush.Refused> refused, Map<String, String> references, Instant notBefore) -> {
        store.learn(tx, turn, references);
        taken(tx, batch, refused);
        store.end(tx, turn, notBefore, 0, null);
      }
      case StockPush.TryLater(Instant notBefore, String reason) -> {
        Instant backoff = tx.now().plus(backoff(turn.failures()));
        store.end(tx, turn, notBefore.isAfter(backoff) ? notBefore : backoff, turn.failures() + 1, reason);
      }
      case StockPush.Failed(String reason) -> {
        store.end(tx, turn, tx.now().plus(FAILED_PAUSE), turn.failures() + 1, reason);
        exceptions.open(tx, List.of(exception(turn, "", reason, "Check the account's credentials.")));
      }
    }
  }

  private void taken(Tx tx, Batch batch, List<StockPush.Refused> refused) {
    Map<Integer, String> words = new HashMap<>();
    refused.forEach(each -> words.put(each.index(), each.words()));
    List<Due> accepted = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < batch.due().size(); i++) {
      String why = words.get(i);
      if (why == null) {
        accepted.add(batch.due().get(i));
      } else {
        refusals.add(new Refusal(batch.due().get(i), why));
      }
    }
    store.taken(tx, batch.turn(), accepted);
    store.refused(tx, batch.turn(), refusals);
    exceptions.open(
        tx,
        refusals.stream()
            .map(r -> exception(batch.turn(), r.due().channelSku(), r.words(), "Check the listing at the channel."))
            .toList());
    exceptions.resolve(
        tx, accepted.stream().map(due -> dedup(batch.turn(), due.channelSku())).toList(), "The channel took it.");
  }

  /** Doubles with each failure, and is spread, so that accounts that failed together do not come back together. */
  private static Duration backoff(int failures) {
    Duration doubled = BACKOFF_FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    long most = Math.min(doubled.toMillis(), BACKOFF_MAX.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  private static NewException exception(Turn turn, String channelSku, String reason, String remedy) {
    return new NewException(
        ExceptionType.CHANNEL_PUSH_FAILED,
        "stock:" + turn.channel() + "/" + turn.account(),
        dedup(turn, channelSku),
        null,
        null,
        turn.channel(),
        turn.account(),
        "Stock could not be told to the channel: " + reason,
        remedy,
        Map.of("channelSku", channelSku, "reason", reason));
  }

  private static String dedup(Turn turn, String channelSku) {
    return "stock:" + turn.channel() + "/" + turn.account() + "/" + channelSku;
  }

  private Cause cause() {
    return Cause.of(Actor.system("channels"), "job:push-stock", identity.ids().next());
  }
}
