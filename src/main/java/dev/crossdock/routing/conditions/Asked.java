package dev.crossdock.routing.conditions;

import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An order as conditions ask about it: what takes a walk over its lines is worked out once, however many rules ask. For
 * one thread at a time.
 */
public final class Asked {

  private final OrderFacts order;
  private final Instant now;
  private final Map<String, ZonedDateTime> clocks = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Map<ReadyExpression, ReadyExpression.Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Optional<Object>> variables = new ConcurrentHashMap<>();
  private @Nullable Set<String> skus;
  private @Nullable Set<String> itemTags;
  private @Nullable Set<String> hazmatClasses;
  private @Nullable Set<String> temperatures;

  public Asked(OrderFacts order, Instant now) {
    this.order = order;
    this.now = now;
  }

  OrderFacts order() {
    return order;
  }

  Instant now() {
    return now;
  }

  ZonedDateTime clock(String zone) {
    return clocks.computeIfAbsent(zone, id -> now.atZone(ZoneId.of(id)));
  }

  Set<String> skus() {
    if (skus == null) {
      skus = ofLines(line -> Set.of(line.sku()));
    }
    return skus;
  }

  Set<String> itemTags() {
    if (itemTags == null) {
      itemTags = ofLines(line -> line.item().tags());
    }
    return itemTags;
  }

  Set<String> hazmatClasses() {
    if (hazmatClasses == null) {
      hazmatClasses = ofLines(line -> line.item().hazmat() == null ? Set.of() : Set.of(line.item().hazmat()));
    }
    return hazmatClasses;
  }

  Set<String> temperatures() {
    if (temperatures == null) {
      temperatures = ofLines(line -> Set.of(line.item().temperature().name()));
    }
    return temperatures;
  }

  /** What an expression said of this order; null where it was not asked yet. */
  ReadyExpression.@Nullable Answer answered(ReadyExpression expression) {
    return answers.get(expression);
  }

  void answered(ReadyExpression expression, ReadyExpression.Answer answer) {
    answers.put(expression, answer);
  }

  /** A value in words, which are made once, however many tests tell of it. */
  String told(Field field, String scope, Supplier<String> words) {
    String key = scope.isEmpty() ? field.word() : field.word() + scope;
    String known = told.get(key);
    if (known == null) {
      known = words.get();
      told.put(key, known);
    }
    return known;
  }

  /** A variable of expressions, which is read once, however many of them ask. */
  Optional<Object> variable(String name, Function<String, Optional<Object>> reading) {
    Optional<Object> known = variables.get(name);
    if (known == null) {
      known = reading.apply(name);
      variables.put(name, known);
    }
    return known;
  }

  /** Null when the weight of a single item is not known. */
  @Nullable Long weightGrams() {
    long grams = 0;
    for (LineFacts line : order.lines()) {
      Integer each = line.item().weightGrams();
      if (each == null) {
        return null;
      }
      grams += (long) each * line.units();
    }
    return grams;
  }

  boolean oversize() {
    return order.lines().stream().map(LineFacts::item).anyMatch(ItemFacts::oversize);
  }

  /** Units by SKU, for expressions. */
  Map<String, Long> unitsOf() {
    Map<String, Long> units = new LinkedHashMap<>();
    order.lines().forEach(line -> units.merge(line.sku(), (long) line.units(), Long::sum));
    return units;
  }

  /** Names of the fields that are known, for expressions. */
  Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (Field field : Field.values()) {
      if (!field.zoned() && field.read(this, "") != null) {
        known.add(field.word());
      }
    }
    return known;
  }

  private Set<String> ofLines(Function<LineFacts, Set<String>> words) {
    Set<String> all = new HashSet<>();
    order.lines().forEach(line -> all.addAll(words.apply(line)));
    return all;
  }
}
