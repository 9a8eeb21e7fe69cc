package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.platform.journal.JournalEvent;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What inventory tells the journal. Promises made for a document are told by that document's own events. */
public final class StockEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StockEvents() {}

  static JournalEntry counted(LevelRow level, int was, Instant happenedAt) {
    return entry(level, "stock.counted", happenedAt, level(level).put("was", was));
  }

  static JournalEntry adjusted(LevelRow level, Adjustment adjustment) {
    ObjectNode payload =
        level(level)
            .put("delta", adjustment.delta())
            .put("reason", adjustment.reason().name())
            .put("document", adjustment.document());
    return entry(level, "stock.adjusted", adjustment.happenedAt(), payload);
  }

  static JournalEntry blocked(LevelRow level, Blocking blocking) {
    ObjectNode payload =
        level(level)
            .put("units", blocking.units())
            .put("reason", blocking.reason().name())
            .put("document", blocking.document());
    return entry(level, blocking.units() > 0 ? "stock.blocked" : "stock.freed", blocking.happenedAt(), payload);
  }

  /** A location as it stands now, whole. */
  public static JournalEntry located(Location location, Instant happenedAt) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", location.code())
            .put("name", location.name())
            .put("kind", location.kind().name())
            .put("country", location.country())
            .put("region", location.region())
            .put("city", location.city())
            .put("postalCode", location.postalCode())
            .put("lat", location.lat())
            .put("lon", location.lon())
            .put("timeZone", location.timeZone().getId())
            .put("priority", location.priority())
            .put("active", location.active());
    return new JournalEntry(
        stream(location.code()), location.version(), "location.described", happenedAt, payload.toString());
  }

  /** Where the journal tells of a location. */
  public static String stream(String code) {
    return "location:" + code;
  }

  /** The location as an event of its stream describes it. */
  public static Location location(JournalEvent told) {
    JsonNode json = JSON.readTree(told.payload());
    return new Location(
        json.path("code").asString(), json.path("name").asString(), LocationKind.valueOf(json.path("kind").asString()),
        json.path("country").asString(), text(json, "region"), text(json, "city"), text(json, "postalCode"),
        number(json, "lat"), number(json, "lon"), ZoneId.of(json.path("timeZone").asString()),
        json.path("priority").asInt(), json.path("active").asBoolean(), told.version());
  }

  private static @Nullable String text(JsonNode json, String member) {
    return json.path(member).isString() ? json.path(member).asString() : null;
  }

  private static @Nullable Double number(JsonNode json, String member) {
    return json.path(member).isNumber() ? (Double) json.path(member).asDouble() : null;
  }

  private static ObjectNode level(LevelRow level) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sku", level.key().sku())
        .put("location", level.key().location())
        .put("onHand", level.onHand())
        .put("reserved", level.reserved())
        .put("unavailable", level.unavailable())
        .put("shortfall", level.shortfall());
  }

  private static JournalEntry entry(LevelRow level, String type, Instant happenedAt, ObjectNode payload) {
    return new JournalEntry("stock:" + level.key(), level.version(), type, happenedAt, payload.toString());
  }
}
