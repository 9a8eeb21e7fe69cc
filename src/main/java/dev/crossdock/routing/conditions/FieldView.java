package dev.crossdock.routing.conditions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field as an editor needs to know it.
 *
 * @param ops how it can be compared
 * @param unit what a number counts; empty where that is plain
 * @param zoned whether a condition must name a time zone
 * @param mayBeUnknown whether there are orders of which it is not known; they match no comparison with it
 * @param variable its type in expressions; empty where expressions have it not
 * @param choices the words it can be, where they are known
 * @param suggestions where words for it can be looked up: {@code channels}, {@code skus}; empty for nowhere
 */
public record FieldView(
    String field,
    String title,
    String type,
    List<OpView> ops,
    String unit,
    boolean zoned,
    boolean mayBeUnknown,
    String variable,
    List<String> choices,
    String suggestions) {

  /** A comparison. */
  public record OpView(String op, String takes) {}

  /** All there are. */
  public static List<FieldView> all() {
    return Arrays.stream(Field.values()).map(FieldView::of).toList();
  }

  private static FieldView of(Field field) {
    return new FieldView(
        field.word(),
        field.title(),
        field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        field.ops().stream().map(op -> new OpView(op.word(), op.takes().name().toLowerCase(Locale.ROOT))).toList(),
        field.unit(),
        field.zoned(),
        field.mayBeUnknown(),
        field.zoned() ? "" : Expressions.typeOf(field),
        field.choices(),
        field.suggestions());
  }
}
