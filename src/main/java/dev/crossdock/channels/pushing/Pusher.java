package dev.crossdock.channels.pushing;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.pushing.internal.LookStore;
import dev.crossdock.channels.pushing.internal.LookStore.Asked;
import dev.crossdock.channels.pushing.internal.PushStore;
import dev.crossdock.channels.pushing.internal.PushStore.Due;
import dev.crossdock.channels.pushing.internal.Turn;
import dev.crossdock.channels.pushing.internal.TurnStore;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells channels what is owed and asks them what they show. One process at a time speaks to an account, under a lease
 * that is renewed while a call lasts; what it was sending when it died is still owed and sent again, which does no
 * harm, for quantities are absolute.
 */
public final class Pusher {

  /** How long others wait for a process that died in the middle of a call. */
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
  private static final Duration UNABLE_PAUSE = Duration.ofMinutes(5);
  /** Every so many turns an account is asked first, so that one that is always busy is looked at too. */
  private static final int ASKED_EVERY = 20;

  private final Door door;
  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Function<ChannelAccount, ChannelSession> sessions;
  private final Answers answers;
  private final Identity identity;
  private final TurnStore turns = new TurnStore();
  private final PushStore pushes = new PushStore();
  private final LookStore looks = new LookStore();
  private final Set<Held> held = ConcurrentHashMap.newKeySet();

  /** Who pushes. */
  public record Identity(String node, Ids ids) {}

  private record Held(Merchant merchant, Turn turn) {}

  public Pusher(
      Door door,
      ChannelRegistry channels,
      ChannelAccounts accounts,
      Function<ChannelAccount, ChannelSession> sessions,
      Answers answers,
      Identity identity) {
    this.door = door;
    this.channels = channels;
    this.accounts = accounts;
    this.sessions = sessions;
    this.answers = answers;
    this.identity = identity;
  }

  /** What a turn is for. */
  private sealed interface Task {

    record Tell(Turn turn, ChannelAccount account, StockPush way, List<Due> due) implements Task {}

    record Ask(Turn turn, ChannelAccount account, StockPush way, List<Asked> places) implements Task {}

    Turn turn();
  }

  /** One call to one account, on the caller's thread; false when there was nothing to do. */
  public boolean workOnce(Merchant merchant) {
    tidy(merchant);
    return next(merchant).map(Supplier::get).isPresent();
  }

  /**
   * Takes on an account that has something to be told or asked; the call is made by whoever gets what is returned: how
   * long that account must not be called then.
   */
  Optional<Supplier<Duration>> next(Merchant merchant) {
    return door.write(merchant, cause(), this::take).map(task -> () -> work(merchant, task));
  }

  /** Knows of accounts that publish since, and keeps the turns of calls under way. */
  void tidy(Merchant merchant) {
    List<Turn> mine = held.stream().filter(each -> each.merchant().equals(merchant)).map(Held::turn).toList();
    door.run(
        merchant,
        cause(),
        tx -> {
          turns.ensure(tx);
          if (!mine.isEmpty()) {
            turns.renew(tx, mine, tx.now().plus(LEASE));
          }
        });
  }

  /** Ends the turns this node had when it died, so that nobody waits for it; how many. */
  int takeBack(Merchant merchant) {
    return takeOver(merchant, identity.node());
  }

  /** Ends the turns of a node that has fallen silent; how many. */
  public int takeOver(Merchant merchant, String silent) {
    return door.write(merchant, cause(), tx -> turns.takeBack(tx, silent));
  }

  private Optional<Task> take(Tx tx) {
    Optional<Turn> taken = turns.take(tx, identity.node(), tx.now().plus(LEASE));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Turn turn = taken.get();
    Optional<StockPush> way = channels.find(turn.channel()).flatMap(channel -> channel.stockPush());
    Optional<ChannelAccount> account = accounts.find(tx, turn.channel(), turn.account());
    if (way.isEmpty() || account.isEmpty()) {
      String answer = "This account takes no stock.";
      turns.end(tx, turn, new TurnStore.End(tx.now().plus(UNABLE_PAUSE), turn.failures(), answer, null));
      return Optional.empty();
    }
    return Optional.of(task(tx, turn, account.get(), way.get()));
  }

  private Task task(Tx tx, Turn turn, ChannelAccount account, StockPush way) {
    boolean whole = Breaker.of(turn.failures(), tx.now(), tx.now()) == Breaker.CLOSED;
    int asked = whole ? way.askMax() : 1;
    if (turn.fence() % ASKED_EVERY == 0) {
      List<Asked> first = looks.due(tx, turn, asked);
      if (!first.isEmpty()) {
        return new Task.Ask(turn, account, way, first);
      }
    }
    List<Due> due = pushes.send(tx, turn, whole ? way.batchMax() : 1);
    return due.isEmpty()
        ? new Task.Ask(turn, account, way, looks.due(tx, turn, asked))
        : new Task.Tell(turn, account, way, due);
  }

  private Duration work(Merchant merchant, Task task) {
    Held mine = new Held(merchant, task.turn());
    held.add(mine);
    try {
      return switch (task) {
        case Task.Tell tell -> {
          Told told = tell(tell);
          yield door.write(merchant, cause(), tx -> answers.told(tx, tell.turn(), tell.due(), told));
        }
        case Task.Ask ask -> {
          Shown shown = ask(ask);
          yield door.write(merchant, cause(), tx -> answers.shown(tx, ask.turn(), ask.places(), shown));
        }
      };
    } finally {
      held.remove(mine);
    }
  }

  private Told tell(Task.Tell tell) {
    List<StockPush.Level> levels =
        tell.due().stream().map(due -> new StockPush.Level(due.place(), due.units())).toList();
    ChannelSession session = sessions.apply(tell.account());
    answers.begun(tell.turn(), tell.due(), session.now());
    try {
      return tell.way().tell(levels, session);
    } catch (RuntimeException e) {
      return broken(tell.turn(), session, e);
    }
  }

  private Shown ask(Task.Ask ask) {
    Collection<Asked> places = ask.places();
    ChannelSession session = sessions.apply(ask.account());
    if (places.isEmpty()) {
      return new Shown.Levels(List.of(), Map.of(), session.now());
    }
    try {
      return ask.way().ask(places.stream().map(Asked::place).toList(), session);
    } catch (RuntimeException e) {
      return broken(ask.turn(), session, e);
    }
  }

  /** An adapter must not throw; one that does is slowed down like a channel that does not answer. */
  private static StockPush.TryLater broken(Turn turn, ChannelSession session, RuntimeException e) {
    LOG.error("the adapter of {} failed at stock", turn.channel(), e);
    return new StockPush.TryLater(session.now(), "The adapter failed: " + e.getClass().getSimpleName());
  }

  private Cause cause() {
    return Cause.of(Actor.system("channels"), "job:push-stock", identity.ids().next());
  }
}
