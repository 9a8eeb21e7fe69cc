package dev.crossdock.routing.criteria;

import dev.crossdock.platform.config.Nearest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the value of one parameter, and tells what is wrong with it. Nothing that it is given makes it throw. */
final class ValueReader {

  private static final int LETTERS_MAX = 200;
  private static final int ELEMENTS_MAX = 1_000;
  private static final double SECONDS_A_MINUTE = 60;

  private final Slot slot;
  private final List<Fault> faults;

  ValueReader(Slot slot, List<Fault> faults) {
    this.slot = slot;
    this.faults = faults;
  }

  /** The value; null where something is wrong with it, and then at least one fault was told. */
  @Nullable Object read(JsonNode node, String path) {
    return switch (slot.field().shape()) {
      case INTEGER -> integer(node, path);
      case DECIMAL -> decimal(node, path);
      case FLAG -> node.isBoolean() ? (Object) node.booleanValue() : wrong(path, "must be true or false");
      case TEXT -> text(node, path);
      case CHOICE -> choice(node, path);
      case TEXTS, CHOICES, TEXT_LIST, CHOICE_LIST -> many(node, path);
      case TIME -> time(node, path);
      case SPAN -> span(node, path);
    };
  }

  private @Nullable Object integer(JsonNode node, String path) {
    if (!node.isIntegralNumber()) {
      return wrong(path, "must be a whole number");
    }
    if (!node.canConvertToLong() || outside((double) node.longValue())) {
      return wrong(path, limits(""));
    }
    boolean small = slot.element() == int.class;
    if (small && !node.canConvertToInt()) {
      return wrong(path, "must be at most " + Integer.MAX_VALUE);
    }
    return small ? (Object) node.intValue() : (Object) node.longValue();
  }

  private @Nullable Object decimal(JsonNode node, String path) {
    if (!node.isNumber()) {
      return wrong(path, "must be a number");
    }
    double value = node.doubleValue();
    return outside(value) ? wrong(path, limits("")) : (Object) value;
  }

  private @Nullable String text(JsonNode node, String path) {
    if (!node.isString() || node.stringValue().isBlank()) {
      return wrong(path, "must be a text that is not empty");
    }
    String value = node.stringValue();
    if (value.length() > LETTERS_MAX) {
      return wrong(path, "must have at most " + LETTERS_MAX + " characters");
    }
    String objection = NameRules.objection(slot.field().names(), value);
    return objection == null ? value : wrong(path, objection);
  }

  private @Nullable Object choice(JsonNode node, String path) {
    String word = node.isString() ? node.stringValue() : "";
    Object[] constants = slot.element().getEnumConstants();
    for (Object constant : constants == null ? new Object[0] : constants) {
      if (Slot.word(constant).equals(word)) {
        return constant;
      }
    }
    List<String> choices = slot.field().choices();
    String meant = Nearest.to(word, choices).map(near -> " (did you mean " + near + "?)").orElse("");
    return wrong(path, "must be one of " + String.join(", ", choices) + meant);
  }

  private @Nullable Object many(JsonNode node, String path) {
    Field field = slot.field();
    if (!node.isArray()) {
      return wrong(path, "must be a list");
    }
    if (node.size() < field.min() || node.size() > Math.min(field.max(), ELEMENTS_MAX)) {
      return wrong(path, limits(" elements"));
    }
    boolean choices = !field.choices().isEmpty();
    List<Object> values = new ArrayList<>();
    int before = faults.size();
    for (int i = 0; i < node.size(); i++) {
      Object value = choices ? choice(node.get(i), path + "/" + i) : text(node.get(i), path + "/" + i);
      if (value != null && values.contains(value)) {
        wrong(path + "/" + i, "stands there twice");
      } else if (value != null) {
        values.add(value);
      }
    }
    return faults.size() > before ? null : collected(values);
  }

  private Object collected(List<Object> values) {
    return switch (slot.field().shape()) {
      case TEXTS, CHOICES -> Collections.unmodifiableSet(new LinkedHashSet<>(values));
      case TEXT_LIST, CHOICE_LIST, INTEGER, DECIMAL, FLAG, TEXT, CHOICE, TIME, SPAN -> List.copyOf(values);
    };
  }

  private @Nullable Object time(JsonNode node, String path) {
    try {
      return LocalTime.parse(node.isString() && node.stringValue().length() == 5 ? node.stringValue() : "");
    } catch (DateTimeException e) {
      return wrong(path, "must be a time of day such as 14:30");
    }
  }

  private @Nullable Object span(JsonNode node, String path) {
    try {
      Duration span = Duration.parse(node.isString() ? node.stringValue() : "");
      return outside(span.toSeconds() / SECONDS_A_MINUTE) ? wrong(path, limits(" minutes")) : span;
    } catch (DateTimeException e) {
      return wrong(path, "must be a span such as PT1H30M");
    }
  }

  private boolean outside(double value) {
    return !(value >= slot.field().min() && value <= slot.field().max());
  }

  private String limits(String of) {
    boolean many = slot.field().shape().many();
    double max = many ? Math.min(slot.field().max(), ELEMENTS_MAX) : slot.field().max();
    return (many ? "must have " : "must be ")
        + "at least " + Words.number(slot.field().min()) + " and at most " + Words.number(max) + of;
  }

  private <T> @Nullable T wrong(String path, String rule) {
    faults.add(new Fault(path, rule));
    return null;
  }
}
