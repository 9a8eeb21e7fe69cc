package dev.crossdock.channels.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the listings of one SKU show whose buffer follows the lag; pure. While one delay's worth of sales is less than
 * half of what is left, each shows everything but its buffer. When it is more, no number that is told can be true when
 * it arrives, so the units are shared out instead: each listing has its own, no two the same. A sale then lowers the
 * seller's share and nobody has to be told, since channels count down by themselves. Only when sales have been quiet
 * for longer than channels take to be told are shares made even again: a number told in the middle of a rush would give
 * a channel back what it has sold since.
 */
final class Following {

  /** Less than this part of what is left may be sold during one delay, or units are shared out. */
  private static final double PART_AT_RISK = 0.5;

  /** Orders take this long, about, from the buyer's click until they are reserved. */
  private static final double ORDER_SECONDS = 2;

  private static final double QUIET_SECONDS_MAX = 60;

  /** A buffer may be larger than it must be by one in so many. */
  private static final int PART_TOO_LARGE = 4;

  private Following() {}

  /**
   * A listing.
   *
   * @param available units that its account may promise
   * @param lag the time its channel takes to be told, as measured
   * @param perSecond units a second that its account sells
   * @param sold units its channel has sold since the row was reckoned, and counted down by itself
   */
  record Row(Quantity row, PublishRule rule, long available, Duration lag, double perSecond, int sold) {

    /** What its channel shows by now, as far as we know. */
    private int left() {
      return Math.max(0, row.owed() - sold);
    }
  }

  /**
   * How fast it sells.
   *
   * @param perSecond units a second at all channels together, 0 or more
   * @param quietSeconds since the last sale
   */
  record Sales(double perSecond, double quietSeconds) {}

  /**
   * What a listing shows.
   *
   * @param kept units kept back because of the lag
   * @param allotted whether units are shared out
   * @param counted whether the channel has come to this number by itself and need not be told: the value owed has not
   *     changed, there is less left of it
   */
  record Outcome(int owed, int kept, boolean allotted, boolean counted) {}

  /** One outcome for each row, in their order. */
  static List<Outcome> of(List<Row> rows, Sales sales) {
    List<Integer> buffers = new ArrayList<>();
    boolean scarce = false;
    for (Row row : rows) {
      double pace = Math.max(sales.perSecond(), row.rule().lagBuffer().expectedPerSecond());
      int buffer = SafeBuffer.units(pace * seconds(row.lag()), row.rule().lagBuffer().oneIn());
      buffers.add(buffer);
      scarce |= buffer > 0 && buffer >= PART_AT_RISK * row.available();
    }
    if (scarce) {
      return shared(rows, sales);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int kept = steady(buffers.get(i), row.row());
      outcomes.add(new Outcome(row.rule().keeping(kept).owed(row.available()), kept, false, false));
    }
    return outcomes;
  }

  /** A buffer that is hardly larger than it must be stays: to tell every unit less would keep slow channels busy. */
  private static int steady(int needed, Quantity before) {
    boolean near = before.kept() >= needed && before.kept() <= needed + needed / PART_TOO_LARGE;
    return near && !before.allotted() ? before.kept() : needed;
  }

  private static List<Outcome> shared(List<Row> rows, Sales sales) {
    long units = rows.stream().mapToLong(Row::available).max().orElse(0);
    long left = rows.stream().mapToLong(Row::left).sum();
    double onTheirWay = 1 + sales.perSecond() * ORDER_SECONDS;
    boolean known = rows.stream().allMatch(row -> row.row().allotted());
    boolean quiet = sales.quietSeconds() > Math.min(QUIET_SECONDS_MAX, longest(rows) + ORDER_SECONDS);
    boolean even = left == units && !starved(rows);
    if (known && (even || !quiet && left <= units + onTheirWay)) {
      return rows.stream()
          .map(row -> new Outcome(row.left(), kept(row, row.left()), true, row.sold() > 0))
          .toList();
    }
    List<Long> shares = shares(units, rows);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      long share = Math.min(shares.get(i), row.available()) - (quiet ? 0 : soldMeanwhile(row));
      int owed = row.rule().keeping(0).owed(share);
      outcomes.add(new Outcome(owed, kept(row, owed), true, row.sold() > 0 && owed == row.left()));
    }
    return outcomes;
  }

  /** What a channel may sell of its share until it has been told of it, and would be given back by being told. */
  private static int soldMeanwhile(Row row) {
    double mean = row.perSecond() * (seconds(row.lag()) + ORDER_SECONDS / 2);
    return SafeBuffer.units(mean, row.rule().lagBuffer().oneIn());
  }

  /** Whether one has nothing left while another has units to spare. */
  private static boolean starved(List<Row> rows) {
    return rows.stream().anyMatch(row -> row.left() == 0) && rows.stream().anyMatch(row -> row.left() > 1);
  }

  private static int kept(Row row, int shown) {
    return Math.clamp(row.available() - shown, 0, Integer.MAX_VALUE);
  }

  private static double longest(List<Row> rows) {
    return rows.stream().mapToDouble(row -> seconds(row.lag())).max().orElse(0);
  }

  private static double seconds(Duration lag) {
    return lag.toMillis() / 1_000.0;
  }

  /** Shares out all units in proportion to what each account sells; the largest remainders get what is left over. */
  static List<Long> shares(long units, List<Row> rows) {
    double all = rows.stream().mapToDouble(Row::perSecond).sum();
    double usual = all == 0 ? 1 : 0.1 * all / rows.size();
    double sum = all + usual * rows.size();
    List<Long> shares = new ArrayList<>();
    List<Double> rests = new ArrayList<>();
    long given = 0;
    for (Row row : rows) {
      double exact = units * (row.perSecond() + usual) / sum;
      shares.add((long) exact);
      rests.add(exact - (long) exact);
      given += (long) exact;
    }
    List<Integer> order = new ArrayList<>(rests.size());
    for (int i = 0; i < rests.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> rests.get(i)).reversed());
    for (int n = 0; n < units - given && n < order.size(); n++) {
      shares.set(order.get(n), shares.get(order.get(n)) + 1);
    }
    return shares;
  }
}
