package dev.crossdock.channels.pushing;

import dev.crossdock.channels.pushing.internal.LookStore;
import dev.crossdock.channels.pushing.internal.LookStore.Asked;
import dev.crossdock.channels.pushing.internal.LookStore.Standing;
import dev.crossdock.channels.pushing.internal.LookStore.Verdict;
import dev.crossdock.channels.pushing.internal.PushStore;
import dev.crossdock.channels.pushing.internal.PushStore.Due;
import dev.crossdock.channels.pushing.internal.PushStore.Refusal;
import dev.crossdock.channels.pushing.internal.Turn;
import dev.crossdock.channels.pushing.internal.TurnStore;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.channels.stock.StockPush.Place;
import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What becomes of the answers of channels; in one transaction each, under the turn's fence. */
public final class Answers {

  private static final Duration BACKOFF_FIRST = Duration.ofSeconds(2);
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(5);
  private static final Duration FAILED_PAUSE = Duration.ofMinutes(5);
  private static final int DOUBLINGS_MAX = 8;

  private final PushExceptions exceptions;
  private final PushMeters meters;
  private final TurnStore turns = new TurnStore();
  private final PushStore pushes = new PushStore();
  private final LookStore looks = new LookStore();

  public Answers(PushExceptions exceptions, PushMeters meters) {
    this.exceptions = exceptions;
    this.meters = meters;
  }

  /** Quantities are about to be told. */
  void begun(Turn turn, List<Due> due, Instant now) {
    meters.begun(
        turn.channel(),
        due.stream().filter(each -> !each.planned()).map(each -> Duration.between(each.owedAt(), now)).toList());
  }

  /**
   * Quantities were told. A pusher that lost its turn lets the latest value be told once more.
   *
   * @return how long the account must not be called
   */
  Duration told(Tx tx, Turn turn, List<Due> due, Told told) {
    Optional<List<Double>> delays = turns.hold(tx, turn);
    pushes.lock(tx, turn, due.stream().map(Due::channelSku).toList());
    if (delays.isEmpty()) {
      pushes.tellAgain(tx, turn, due);
      return Duration.ZERO;
    }
    return switch (told) {
      case Told.Taken taken when taken.leftOver().size() < due.size() || taken.notBefore().isAfter(tx.now()) -> {
        pushes.learn(tx, turn, taken.references());
        List<Duration> measured = taken(tx, turn, due, taken);
        List<Double> all = Lag.of(delays.get()).with(measured).weights();
        exceptions.answers(tx, turn);
        yield end(tx, turn, new TurnStore.End(taken.notBefore(), 0, null, all));
      }
      case Told.Taken _ -> later(tx, turn, new StockPush.TryLater(tx.now(), "Nothing of a whole batch was told."));
      case StockPush.TryLater later -> later(tx, turn, later);
      case StockPush.Failed(String reason) -> failed(tx, turn, reason);
    };
  }

  /**
   * Listings were asked for.
   *
   * @return how long the account must not be called
   */
  Duration shown(Tx tx, Turn turn, List<Asked> asked, Shown shown) {
    if (turns.hold(tx, turn).isEmpty()) {
      return Duration.ZERO;
    }
    pushes.lock(tx, turn, asked.stream().map(each -> each.place().channelSku()).toList());
    return switch (shown) {
      case Shown.Levels(List<StockPush.Level> levels, Map<String, String> references, Instant notBefore) -> {
        pushes.learn(tx, turn, references);
        if (!asked.isEmpty()) {
          judge(tx, turn, asked, levels);
        }
        exceptions.answers(tx, turn);
        yield end(tx, turn, new TurnStore.End(notBefore, 0, null, null));
      }
      case StockPush.TryLater later -> later(tx, turn, later);
      case StockPush.Failed(String reason) -> failed(tx, turn, reason);
    };
  }

  /** How long those that the channel took were owed. */
  private List<Duration> taken(Tx tx, Turn turn, List<Due> due, Told.Taken taken) {
    Map<Integer, String> words = new HashMap<>();
    taken.refused().forEach(each -> words.put(each.index(), each.words()));
    List<Due> accepted = new ArrayList<>();
    List<Due> left = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      String why = words.get(i);
      if (taken.leftOver().contains(i)) {
        left.add(due.get(i));
      } else if (why == null) {
        accepted.add(due.get(i));
      } else {
        refusals.add(new Refusal(due.get(i), why));
      }
    }
    pushes.taken(tx, turn, accepted, each -> tx.now().plus(Look.after(each.healed())));
    pushes.refused(tx, turn, refusals);
    pushes.notSent(tx, turn, left);
    exceptions.refused(tx, turn, refusals);
    exceptions.taken(tx, turn, accepted.stream().map(Due::channelSku).toList());
    List<Duration> changes =
        accepted.stream()
            .filter(each -> !each.planned())
            .map(each -> Duration.between(each.owedAt(), tx.now()))
            .toList();
    tx.afterCommit(() -> meters.acknowledged(turn.channel(), changes));
    return accepted.stream()
        .map(each -> Duration.between(each.planned() ? each.sentAt() : each.owedAt(), tx.now()))
        .toList();
  }

  private void judge(Tx tx, Turn turn, List<Asked> asked, List<StockPush.Level> levels) {
    Map<String, Integer> shown = new HashMap<>();
    levels.forEach(level -> shown.put(key(level.place()), level.units()));
    Map<String, Integer> versions = new HashMap<>();
    asked.forEach(each -> versions.put(key(each.place()), each.version()));
    List<Verdict> verdicts = new ArrayList<>();
    for (Standing now : looks.lock(tx, turn, asked)) {
      String key = key(now.channelSku(), now.location());
      boolean quiet = now.settled() && versions.getOrDefault(key, -1) == now.version();
      Look.Before before = new Look.Before(now.acknowledged(), quiet, now.driftSince(), now.healed());
      @Nullable Integer units = shown.get(key);
      Look look = Look.of(before, units, tx.now());
      @Nullable String stopped = look.stop() ? "CONFLICT" : null;
      verdicts.add(
          new Verdict(now, units, look.lookAt(), look.driftSince(), look.healed(), look.tellAgain(), stopped));
      if (look.stop()) {
        exceptions.conflict(tx, turn, now.channelSku(), now.acknowledged(), units);
      }
    }
    looks.write(tx, turn, verdicts);
  }

  private Duration end(Tx tx, Turn turn, TurnStore.End end) {
    turns.end(tx, turn, end);
    Duration rest = Duration.between(tx.now(), end.nextAt());
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private Duration later(Tx tx, Turn turn, StockPush.TryLater later) {
    boolean asWished = later.notBefore().isAfter(tx.now());
    Instant nextAt = asWished ? later.notBefore() : tx.now().plus(backoff(turn.failures()));
    int failures = asWished ? turn.failures() : turn.failures() + 1;
    if (failures == Breaker.FAILURES_MAX) {
      exceptions.silent(tx, turn, later.reason());
    }
    return end(tx, turn, new TurnStore.End(nextAt, failures, later.reason(), null));
  }

  private Duration failed(Tx tx, Turn turn, String reason) {
    exceptions.failed(tx, turn, reason);
    return end(tx, turn, new TurnStore.End(tx.now().plus(FAILED_PAUSE), turn.failures() + 1, reason, null));
  }

  /** Doubles with each failure, and is spread, so that accounts that failed together do not come back together. */
  private static Duration backoff(int failures) {
    Duration doubled = BACKOFF_FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    long most = Math.min(doubled.toMillis(), BACKOFF_MAX.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  private static String key(Place place) {
    return key(place.channelSku(), place.location());
  }

  private static String key(String channelSku, String location) {
    return channelSku + '\0' + location;
  }
}
