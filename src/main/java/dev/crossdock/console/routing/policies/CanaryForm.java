package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Field;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.routing.tryout.CanaryLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For how many of a hundred orders a version decides, and when it falls back: as it was typed. */
record CanaryForm(
    @Nullable String percent, @Nullable String ordersLeast, @Nullable String rejectedMore, @Nullable String lateMore) {

  private static final int PERCENT_USUAL = 5;
  private static final int PERCENT_MOST = 99;
  private static final int ORDERS_MOST = 1_000_000;
  private static final int POINTS_MOST = 100;

  /** What is told once it is read: nothing of it counts when there are mistakes. */
  record Read(int percent, CanaryLimits limits) {}

  /** As it stands before anybody types. */
  static CanaryForm of(CanaryLimits limits) {
    return new CanaryForm(
        String.valueOf(PERCENT_USUAL), String.valueOf(limits.ordersLeast()), text(limits.rejectedPointsMore()),
        text(limits.latePointsMore()));
  }

  /** What was typed, and where nothing was sent what holds. */
  CanaryForm or(CanaryForm usual) {
    return new CanaryForm(
        Objects.requireNonNullElse(percent, usual.percent), Objects.requireNonNullElse(ordersLeast, usual.ordersLeast),
        Objects.requireNonNullElse(rejectedMore, usual.rejectedMore),
        Objects.requireNonNullElse(lateMore, usual.lateMore));
  }

  Read read(Mistakes mistakes) {
    return new Read(
        whole("percent", percent, PERCENT_MOST, mistakes),
        new CanaryLimits(
            whole("ordersLeast", ordersLeast, ORDERS_MOST, mistakes),
            points("rejectedMore", rejectedMore, mistakes), points("lateMore", lateMore, mistakes)));
  }

  List<Field> fields(Mistakes mistakes) {
    return List.of(
        field("percent", "Of a hundred orders", percent, mistakes),
        field("ordersLeast", "Judged from so many orders a side", ordersLeast, mistakes),
        field("rejectedMore", "Turned down by locations, points more", rejectedMore, mistakes),
        field("lateMore", "Late, points more", lateMore, mistakes));
  }

  List<String> input() {
    return List.of(
        String.valueOf(percent), String.valueOf(ordersLeast), String.valueOf(rejectedMore), String.valueOf(lateMore));
  }

  private static Field field(String name, String label, @Nullable String value, Mistakes mistakes) {
    Field field = Field.text(name, label, Objects.requireNonNullElse(value, ""));
    String wrong = mistakes.of(name);
    return wrong == null ? field : field.withError(wrong);
  }

  private static int whole(String name, @Nullable String text, int most, Mistakes mistakes) {
    String said = text == null ? "" : text.strip();
    int number = said.matches("[0-9]{1,7}") ? Integer.parseInt(said) : 0;
    if (number < 1 || number > most) {
      mistakes.add(name, "Give a whole number from 1 to " + most + ".");
    }
    return number;
  }

  private static double points(String name, @Nullable String text, Mistakes mistakes) {
    String said = text == null ? "" : text.strip().replace(',', '.');
    if (said.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") && Double.parseDouble(said) <= POINTS_MOST) {
      return Double.parseDouble(said);
    }
    mistakes.add(name, "Give a number from 0 to " + POINTS_MOST + ".");
    return 0;
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
