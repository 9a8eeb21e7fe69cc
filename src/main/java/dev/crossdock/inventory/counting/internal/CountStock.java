package dev.crossdock.inventory.counting.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.counting.BinUnits;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountCommand.Submit;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.There;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.inventory.internal.BinStore;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a count does to levels and bins. */
public final class CountStock {

  /** What others have recorded while this transaction waited for the level may bear a later instant than its own. */
  private static final Duration ALL_KNOWN = Duration.ofDays(1);

  private final Stock stock;
  private final BinStore bins = new BinStore();
  private final StockHistory history = new StockHistory();
  private final CountLots lots = new CountLots();

  public CountStock(Stock stock) {
    this.stock = stock;
  }

  /** Notes what is there, and blocks what lies in the bins that will be counted. */
  public Decided<StockCount> freeze(Tx tx, StockCount draft) {
    Lying there = lying(tx, draft);
    Rules rules = new Rules();
    List<Line> lines = new ArrayList<>();
    List<Blocking> blockings = new ArrayList<>();
    List<BinUnits> frozen = new ArrayList<>();
    Map<StockKey, Integer> free = new HashMap<>();
    for (Line line : draft.lines()) {
      StockKey key = key(draft, line);
      BinUnits bin = there.bin(key, line.bin());
      rules.require(() -> bin.frozen() == 0, "lines[" + (line.line() - 1) + "].bin", "in-count", "It is counted now.");
      int left = free.getOrDefault(key, there.free(key));
      int blocked = line.bin().isEmpty() ? 0 : Math.min(bin.units(), left);
      free.put(key, left - blocked);
      int expected = line.bin().isEmpty() ? there.onHand(key) : bin.units();
      lines.add(Line.counting(line.line(), line.sku(), line.bin(), expected, blocked));
      if (blocked > 0) {
        blockings.add(blocking(draft, line, blocked, tx.now()));
        frozen.add(bin.frozen(blocked));
      }
    }
    if (!rules.clean()) {
      return new Decided.Refused<>(rules.errors());
    }
    require(stock.block(tx, blockings));
    bins.put(tx, frozen);
    return new Decided.Accepted<>(
        new StockCount(
            draft.id(), draft.number(), draft.location(), draft.state(), draft.approveAbove(), lines, draft.version(),
            draft.createdAt()));
  }

  /** Locks the levels, and tells what is wrong with the lots that were counted. */
  public List<ItemError> judge(Tx tx, StockCount count, Submit submit) {
    lying(tx, count);
    return lots.judge(tx, count, submit);
  }

  /** What must have been there when these lines were counted: by the ledger until then, or by the bin as it is. */
  public Map<Integer, There> there(Tx tx, StockCount count, Submit submit) {
    Lying there = lying(tx, count);
    Map<Integer, There> units = lots.there(tx, count, submit);
    for (Counted counted : submit.lines()) {
      if (counted.line() < 1 || counted.line() > count.lines().size() || units.containsKey(counted.line())) {
        continue;
      }
      Line line = count.lines().get(counted.line() - 1);
      units.put(
          line.line(),
          There.of(
              line.bin().isEmpty()
                  ? onHand(tx, count, line, submit.countedAt())
                  : there.bin(key(count, line), line.bin()).units()));
    }
    return units;
  }

  /** What would leave a level or a bin with less than nothing, or more than it can hold. */
  public List<ItemError> room(Tx tx, StockCount before, StockCount after) {
    Lying there = lying(tx, after);
    Rules rules = new Rules();
    for (Line line : booked(before, after)) {

      int variance = variance(line);
      long onHand = (long) there.onHand(key(after, line)) + variance;
      long bin = line.bin().isEmpty() ? 0 : (long) there.bin(key(after, line), line.bin()).units() + variance;
      boolean lotsFit =
          line.lots().isEmpty() || stock.judge(tx, CountLots.adjustments(after, line)).isEmpty();
      rules.require(
          () -> onHand >= 0 && onHand <= Rules.UNITS_MAX && bin >= 0 && lotsFit,
          "lines",
          "recount",
          "Too much has changed since line " + line.line() + " was counted: count it again.");
    }
    return rules.errors();
  }

  /** Books the variances and frees the bins; the SKUs with more to promise. */
  public Set<String> book(Tx tx, StockCount before, StockCount after) {
    Lying there = lying(tx, after);
    List<Blocking> freed = new ArrayList<>();
    List<Adjustment> adjustments = new ArrayList<>();
    List<BinUnits> fewer = new ArrayList<>();
    List<BinUnits> more = new ArrayList<>();
    for (Line line : done(before, after)) {
      int variance = line.state() == LineState.BOOKED ? variance(line) : 0;
      if (!line.bin().isEmpty()) {
        BinUnits bin = there.bin(key(after, line), line.bin());
        (variance < 0 ? fewer : more).add(bin.units(bin.units() + variance).frozen(0));
      }
      if (line.frozen() > 0) {
        freed.add(blocking(after, line, -line.frozen(), tx.now()));
      }
      if (line.state() == LineState.BOOKED) {
        adjustments.addAll(CountLots.adjustments(after, line));
      }
    }
    StockChange free = require(stock.block(tx, freed));
    bins.put(tx, fewer);
    StockChange changed = require(stock.book(tx, adjustments));
    bins.put(tx, more);
    Set<StockKey> rose = new HashSet<>(free.rose());
    rose.addAll(changed.rose());
    return rose.stream().map(StockKey::sku).collect(Collectors.toSet());
  }

  private long onHand(Tx tx, StockCount count, Line line, Instant at) {
    PositionQuery query = new PositionQuery(line.sku(), null, count.location(), null, 1);
    return history.then(tx, query, new AsOf(at, tx.now().plus(ALL_KNOWN))).stream()
        .mapToLong(position -> position.onHand())
        .sum();
  }

  /** Locks the levels and reads them with their bins. */
  private Lying lying(Tx tx, StockCount count) {
    StockView view = stock.lockAvailable(tx, count.lines().stream().map(Line::sku).collect(Collectors.toSet()));
    Map<StockKey, StockAt> levels = new HashMap<>();
    view.levels().forEach((sku, places) ->
        places.stream()
            .filter(level -> level.location().code().equals(count.location()))
            .forEach(level -> levels.put(new StockKey(sku, count.location()), level)));
    Map<StockKey, Map<String, BinUnits>> found = new HashMap<>();
    bins.ofLevels(tx, levels.keySet()).forEach(bin ->
        found.computeIfAbsent(bin.key(), first -> new HashMap<>()).put(bin.bin(), bin));
    return new Lying(levels, found);
  }

  private record Lying(Map<StockKey, StockAt> levels, Map<StockKey, Map<String, BinUnits>> bins) {

    private int onHand(StockKey key) {
      StockAt level = levels.get(key);
      return level == null ? 0 : level.onHand();
    }

    private int free(StockKey key) {
      StockAt level = levels.get(key);
      return level == null ? 0 : Math.max(0, level.onHand() - level.unavailable());
    }

    private BinUnits bin(StockKey key, String bin) {
      return bins.getOrDefault(key, Map.of()).getOrDefault(bin, new BinUnits(key, bin, 0, 0));
    }
  }

  /** Lines that this change booked. */
  private static List<Line> booked(StockCount before, StockCount after) {
    return done(before, after).stream().filter(line -> line.state() == LineState.BOOKED).toList();
  }

  /** Lines that this change booked or gave up. */
  private static List<Line> done(StockCount before, StockCount after) {
    return after.lines().stream()
        .filter(line -> line.state() == LineState.BOOKED || line.state() == LineState.CANCELLED)
        .filter(line -> before.lines().get(line.line() - 1).state() != line.state())
        .toList();
  }

  private static int variance(Line line) {
    return Objects.requireNonNull(line.variance(), "counted lines have one");
  }

  private static Blocking blocking(StockCount count, Line line, int units, Instant now) {
    return new Blocking(line.sku(), count.location(), UnavailableReason.IN_COUNT, units, count.number(), now);
  }

  private static StockKey key(StockCount count, Line line) {
    return new StockKey(line.sku(), count.location());
  }

  private static StockChange require(StockChange change) {
    if (!change.errors().isEmpty()) {
      throw new IllegalStateException("what was judged could not be booked: " + change.errors());
    }
    return change;
  }
}
