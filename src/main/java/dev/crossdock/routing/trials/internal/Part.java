package dev.crossdock.routing.trials.internal;

import dev.crossdock.platform.config.Nearest;
import dev.crossdock.routing.criteria.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An object of a JSON document while it is read. What is wrong with a member is told with its place and never thrown,
 * so that all of it is told at once.
 */
public final class Part {

  private static final int TEXT_MAX = 200;
  private static final int WORDS_MAX = 1_000;

  private final JsonNode node;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  /** Of this node, wherever it stands; what is no object is told and read as an empty one. */
  public Part(JsonNode node, String path, List<Fault> faults) {
    this.path = path;
    this.faults = faults;
    this.node = node.isObject() ? node : JsonNodeFactory.instance.objectNode();
    if (!node.isObject()) {
      faults.add(new Fault(path, "must be an object"));
    }
  }

  /** Where a member stands, as a JSON pointer. */
  public String at(String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  public void wrong(String name, String rule) {
    faults.add(new Fault(at(name), rule));
  }

  /** The member as it is; null where it is absent. */
  public @Nullable JsonNode raw(String name) {
    asked.add(name);
    JsonNode member = node.get(name);
    return member == null || member.isNull() ? null : member;
  }

  public @Nullable String text(String name) {
    JsonNode member = raw(name);
    if (member == null) {
      return null;
    }
    if (!member.isString() || member.stringValue().isBlank() || member.stringValue().length() > TEXT_MAX) {
      wrong(name, "must be a text of 1 to " + TEXT_MAX + " characters");
      return null;
    }
    return member.stringValue();
  }

  /** A text that must be there; empty after it was told that it is not. */
  public String required(String name) {
    String text = text(name);
    if (raw(name) == null) {
      wrong(name, "must be given");
    }
    return text == null ? "" : text;
  }

  public String text(String name, String usual) {
    String text = text(name);
    return text == null ? usual : text;
  }

  public @Nullable Integer whole(String name, int min, int max) {
    JsonNode member = raw(name);
    if (member == null) {
      return null;
    }
    if (!member.isIntegralNumber() || !member.canConvertToInt() || member.intValue() < min || member.intValue() > max) {
      wrong(name, "must be a whole number from " + min + " to " + max);
      return null;
    }
    return member.intValue();
  }

  public int whole(String name, int min, int max, int usual) {
    Integer number = whole(name, min, max);
    return number == null ? usual : number;
  }

  public @Nullable Double decimal(String name, double min, double max) {
    JsonNode member = raw(name);
    if (member == null) {
      return null;
    }
    if (!member.isNumber() || !(member.doubleValue() >= min && member.doubleValue() <= max)) {
      wrong(name, "must be a number from " + (long) min + " to " + (long) max);
      return null;
    }
    return member.doubleValue();
  }

  /** Whether it is said to be so; what is not told is not so. */
  public boolean isSo(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** Whether it is not said to be otherwise; what is not told is so. */
  public boolean isSoUnlessDenied(String name) {
    return !Boolean.FALSE.equals(flag(name));
  }

  private @Nullable Boolean flag(String name) {
    JsonNode member = raw(name);
    if (member != null && !member.isBoolean()) {
      wrong(name, "must be true or false");
      return null;
    }
    return member == null ? null : member.booleanValue();
  }

  public @Nullable Instant instant(String name) {
    JsonNode member = raw(name);
    try {
      return member == null ? null : OffsetDateTime.parse(member.isString() ? member.stringValue() : "").toInstant();
    } catch (DateTimeException e) {
      wrong(name, "must be an instant such as 2026-03-02T15:00:00Z");
      return null;
    }
  }

  /** One of the constants, by its name. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E usual) {
    String word = text(name);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
      known.add(constant.name());
    }
    if (word != null) {
      wrong(name, "must be one of " + String.join(", ", known));
    }
    return usual;
  }

  public Set<String> words(String name) {
    JsonNode member = raw(name);
    Set<String> words = new LinkedHashSet<>();
    if (member == null) {
      return words;
    }
    if (!member.isArray() || member.size() > WORDS_MAX) {
      wrong(name, "must be a list of at most " + WORDS_MAX + " texts");
      return words;
    }
    for (int i = 0; i < member.size(); i++) {
      if (member.get(i).isString() && !member.get(i).stringValue().isBlank()) {
        words.add(member.get(i).stringValue());
      } else {
        wrong(name + "/" + i, "must be a text");
      }
    }
    return words;
  }

  /** The objects of a list; none where it is absent. */
  public List<Part> parts(String name, int max) {
    JsonNode member = raw(name);
    List<Part> parts = new ArrayList<>();
    if (member == null) {
      return parts;
    }
    if (!member.isArray() || member.size() > max) {
      wrong(name, "must be a list of at most " + max + " objects");
      return parts;
    }
    for (int i = 0; i < member.size(); i++) {
      parts.add(new Part(member.get(i), at(name) + "/" + i, faults));
    }
    return parts;
  }

  /** An object of its own; null where it is absent. */
  public @Nullable Part part(String name) {
    JsonNode member = raw(name);
    return member == null ? null : new Part(member, at(name), faults);
  }

  /** Tells the members that nobody asked for. */
  public void end() {
    for (String name : node.propertyNames()) {
      if (!asked.contains(name)) {
        String meant = Nearest.to(name, asked).map(near -> " (did you mean " + near + "?)").orElse("");
        wrong(name, "is not known here" + meant);
      }
    }
  }
}
