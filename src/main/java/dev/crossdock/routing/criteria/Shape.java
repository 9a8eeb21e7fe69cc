package dev.crossdock.routing.criteria;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What kind of value a parameter takes, and so how its JSON and its place in a form look. */
public enum Shape {
  /** A whole number. */
  INTEGER,
  /** A number. */
  DECIMAL,
  /** Yes or no. */
  FLAG,
  TEXT,
  /** One of a few words. */
  CHOICE,
  /** Texts without an order; JSON has them sorted. */
  TEXTS,
  /** Some of a few words, without an order. */
  CHOICES,
  /** Texts whose order counts. */
  TEXT_LIST,
  /** Some of a few words; their order counts. */
  CHOICE_LIST,
  /** A time of day: {@code 14:30}. */
  TIME,
  /** A span, by ISO 8601: {@code PT1H30M}. */
  SPAN;

  /**
   * The shape of a record's component.
   *
   * @throws IllegalArgumentException for a type that no parameter may have
   */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType many) {
      boolean choice = element(type).isEnum();
      if (many.getRawType() == Set.class && (choice || element(type) == String.class)) {
        return choice ? CHOICES : TEXTS;
      }
      if (many.getRawType() == List.class && (choice || element(type) == String.class)) {
        return choice ? CHOICE_LIST : TEXT_LIST;
      }
    }
    return single(type);
  }

  private static Shape single(Type type) {
    if (type == int.class || type == long.class) {
      return INTEGER;
    }
    if (type == double.class) {
      return DECIMAL;
    }
    if (type == boolean.class) {
      return FLAG;
    }
    if (type == String.class) {
      return TEXT;
    }
    if (type == LocalTime.class) {
      return TIME;
    }
    if (type == Duration.class) {
      return SPAN;
    }
    if (type instanceof Class<?> known && known.isEnum()) {
      return CHOICE;
    }
    throw new IllegalArgumentException("a parameter can't be a " + type.getTypeName());
  }

  /** What a set or a list consists of; anything else of itself. */
  static Class<?> element(Type type) {
    Type element = type instanceof ParameterizedType many ? many.getActualTypeArguments()[0] : type;
    return element instanceof Class<?> known ? known : Object.class;
  }

  /** Whether it holds any number of values. */
  public boolean many() {
    return switch (this) {
      case TEXTS, CHOICES, TEXT_LIST, CHOICE_LIST -> true;
      case INTEGER, DECIMAL, FLAG, TEXT, CHOICE, TIME, SPAN -> false;
    };
  }
}
