package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderQuery.Sort;
import dev.crossdock.orders.OrderSearch.Row;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of a list and the place in it where a page ended: what is sorted by, and the id among equals. */
enum PageKey {
  PLACED_LATEST(
      "o.placed_at desc, o.id",
      """
      and o.placed_at <= :afterAt::timestamptz
      and (o.placed_at < :afterAt::timestamptz or o.id > :afterId::uuid)
      """,
      null),
  PLACED_FIRST(
      "o.placed_at, o.id desc",
      """
      and o.placed_at >= :afterAt::timestamptz
      and (o.placed_at > :afterAt::timestamptz or o.id < :afterId::uuid)
      """,
      null),
  DUE_FIRST(
      "o.ship_by, o.id",
      "and (o.ship_by is null or (o.ship_by, o.id) > (:afterAt::timestamptz, :afterId::uuid))",
      "and o.ship_by is null and o.id > :afterId::uuid");

  private static final String NONE = "-";

  private final String order;
  private final String condition;
  private final @Nullable String conditionWithoutTime;

  PageKey(String order, String condition, @Nullable String conditionWithoutTime) {
    this.order = order;
    this.condition = condition;
    this.conditionWithoutTime = conditionWithoutTime;
  }

  /** The last row of a page. */
  record Place(@Nullable Instant at, UUID id) {}

  static PageKey of(Sort sort) {
    return switch (sort) {
      case PLACED_LATEST -> PLACED_LATEST;
      case PLACED_FIRST -> PLACED_FIRST;
      case DUE_FIRST -> DUE_FIRST;
    };
  }

  String order() {
    return order;
  }

  String condition(Place after) {
    return after.at() == null && conditionWithoutTime != null ? conditionWithoutTime : condition;
  }

  Map<String, Object> params(Place after) {
    Map<String, Object> params = new HashMap<>(Map.of("afterId", after.id().toString()));
    if (after.at() != null) {
      params.put("afterAt", after.at().toString());
    }
    return params;
  }

  String write(Row last) {
    Instant at = this == DUE_FIRST ? last.shipBy() : last.placedAt();
    String text = (at == null ? NONE : at) + " " + last.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that a text means; null when it means none. */
  @Nullable Place read(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      Instant at = parts[0].equals(NONE) ? null : Instant.parse(parts[0]);
      return parts.length < 2 || (at == null && conditionWithoutTime == null)
          ? null
          : new Place(at, UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return null;
    }
  }
}
