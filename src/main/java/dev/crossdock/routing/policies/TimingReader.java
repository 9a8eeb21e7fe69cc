package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.timing.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when a rule decides: {@code decide}. */
final class TimingReader {

  private static final String ON_ARRIVAL = "on arrival";
  private static final int TEXT_MAX = 60;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final JsonFields decide;

  private TimingReader(JsonFields decide) {
    this.decide = decide;
  }

  /** Null when something is wrong with it. */
  static @Nullable Timing read(@Nullable JsonNode json, String pointer, List<Fault> faults) {
    if (json == null || (json.isString() && json.stringValue().equals(ON_ARRIVAL))) {
      return new Timing.OnArrival();
    }
    if (!json.isObject()) {
      faults.add(
          new Fault(pointer, "wrong-type", "It is \"on arrival\", times of the day (at, zone), or a length (every)."));
      return null;
    }
    int before = faults.size();
    JsonFields fields = JsonFields.of(json, pointer, Set.of("at", "zone", "every"), faults);
    Timing timing = new TimingReader(fields).timing();
    return faults.size() > before ? null : timing;
  }

  private @Nullable Timing timing() {
    boolean at = decide.get("at") != null;
    boolean every = decide.get("every") != null;
    if (at == every) {
      decide.wrong("", "form", "A rule decides either at times of the day or every so often.");
      return null;
    }
    if (at) {
      return at();
    }
    if (decide.get("zone") != null) {
      decide.wrong("zone", "unknown-property", "It belongs to times of the day.");
    }
    return every();
  }

  private @Nullable Timing at() {
    ZoneId zone = zone();
    Set<LocalTime> times = new TreeSet<>();
    List<JsonNode> nodes = decide.list("at", Timing.At.TIMES_MAX);
    for (int i = 0; i < nodes.size(); i++) {
      String text = nodes.get(i).isString() ? nodes.get(i).stringValue() : "";
      if (!TIME.matcher(text).matches()) {
        decide.wrong("at/" + i, "format", "It must be a time from 00:00 to 23:59, such as 14:00.");
      } else if (!times.add(LocalTime.parse(text))) {
        decide.wrong("at/" + i, "duplicate", "It stands there already.");
      }
    }
    if (nodes.isEmpty()) {
      decide.wrong("at", "required", "There must be at least one time.");
    }
    return zone == null || times.isEmpty() ? null : new Timing.At(List.copyOf(times), zone);
  }

  private @Nullable ZoneId zone() {
    String text = decide.text("zone", TEXT_MAX);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      decide.wrong("zone", "zone", "A time zone such as Europe/Berlin is needed.");
      return null;
    }
  }

  private @Nullable Timing every() {
    Duration length = length(decide.text("every", TEXT_MAX));
    boolean fits =
        length != null
            && length.getNano() == 0
            && length.compareTo(Timing.Every.SHORTEST) >= 0
            && length.compareTo(Timing.Every.LONGEST) <= 0;
    if (!fits || length == null) {
      decide.wrong("every", "range", "It must be a length from PT1M, one minute, to PT24H, in whole seconds.");
      return null;
    }
    return new Timing.Every(length);
  }

  private static @Nullable Duration length(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
