package dev.crossdock.console.network;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.network.ProfileView.Day;
import dev.crossdock.console.network.ProfileView.Part;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.routing.network.ProfileInput;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A profile as the fields of a form, and back. */
final class ProfileForm {

  private static final String NUMBERS = "[0-9]{1,9}";

  private final Map<String, String> values = new HashMap<>();

  private ProfileForm() {}

  /** What a form sent. */
  static ProfileForm of(MultiValueMap<String, String> sent) {
    ProfileForm form = new ProfileForm();
    sent.forEach((name, all) -> form.values.put(name, all.isEmpty() ? "" : all.getFirst().replace("\0", "").strip()));
    return form;
  }

  /** What is stored. */
  static ProfileForm of(ProfileInput told) {
    ProfileForm form = new ProfileForm();
    form.put("version", told.version());
    form.words("tags", told.tags());
    form.words("programmes", told.programmes());
    form.words("channels", told.channels());
    form.words("hazmat", told.hazmat());
    form.words("temperatures", told.temperatures());
    form.words("countries", told.countries());
    form.values.put("oversize", Boolean.FALSE.equals(told.oversize()) ? "no" : "yes");
    form.values.put("pickup", Boolean.TRUE.equals(told.pickup()) ? "yes" : "no");
    ProfileInput.Week week = told.week();
    if (week != null) {
      form.week(week);
    }
    ProfileInput.Capacity capacity = told.capacity();
    if (capacity != null) {
      form.put("perDay", capacity.perDay());
      form.put("perHour", capacity.perHour());
    }
    ProfileInput.Costs costs = told.costs();
    if (costs != null) {
      form.put("currency", costs.currency());
      form.put("perParcel", costs.perParcel());
      form.put("perUnit", costs.perUnit());
    }
    return form;
  }

  private void week(ProfileInput.Week week) {
    if (week.hours() != null) {
      week.hours().forEach(
          (day, hours) -> {
            if (hours != null) {
              put("from-" + day, hours.from());
              put("to-" + day, hours.to());
            }
          });
    }
    words("closed", week.closed());
    put("cutOff", week.cutOff());
    put("handlingDays", week.handlingDays());
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** What the door is told; what can't be read as a number is a mistake. */
  ProfileInput input(String location, Mistakes mistakes) {
    Map<String, ProfileInput.@Nullable Hours> hours = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String from = text("from-" + day);
      String to = text("to-" + day);
      if (!from.isEmpty() || !to.isEmpty()) {
        hours.put(day.name(), new ProfileInput.Hours(blank(from), blank(to)));
      }
    }
    boolean always = hours.isEmpty() && text("closed").isEmpty() && text("cutOff").isEmpty();
    return new ProfileInput(
        location, number("version", mistakes), list("tags"), list("programmes"), list("channels"), list("hazmat"),
        list("temperatures"), !text("oversize").equals("no"), text("pickup").equals("yes"), list("countries"),
        always
            ? null
            : new ProfileInput.Week(
                hours, list("closed"), blank(text("cutOff")), number("handlingDays", mistakes)),
        new ProfileInput.Capacity(number("perDay", mistakes), number("perHour", mistakes)),
        text("currency").isEmpty() && text("perParcel").isEmpty() && text("perUnit").isEmpty()
            ? null
            : new ProfileInput.Costs(blank(text("currency")), blank(text("perParcel")), blank(text("perUnit"))));
  }

  /** What the door refused, beside the fields it is about. */
  static Mistakes mistakes(List<ItemError> errors) {
    Mistakes mistakes = new Mistakes();
    for (ItemError error : errors) {
      String[] path = error.field().replaceAll("\\[\\d+]", "").split("\\.");
      String field = path[path.length - 1];
      boolean ofDay = path.length > 2 && path[1].equals("hours");
      String id = ofDay ? (path.length > 3 ? field : "from") + "-" + path[2] : field;
      mistakes.add(id.equals("version") ? "" : id, error.sentence());
    }
    return mistakes;
  }

  ProfileView view(Location place, String key, Mistakes mistakes) {
    String facts = LocationsPage.words(place.kind()) + " " + place.code() + ", " + place.country() + ", "
        + place.timeZone().getId();
    return new ProfileView(
        place.code(), place.name(), facts, text("version").isEmpty() ? 0 : Integer.parseInt(text("version")), key,
        Arrays.stream(DayOfWeek.values()).map(day -> day(day, mistakes)).toList(), parts(mistakes),
        List.of(
            yesNo("oversize", "Ships bulky goods", "yes", mistakes),
            yesNo("pickup", "Buyers collect there", "no", mistakes)),
        mistakes.lines());
  }

  private Day day(DayOfWeek day, Mistakes mistakes) {
    String words = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return new Day(
        words, field("from-" + day, "From", "time", "", mistakes), field("to-" + day, "To", "time", "", mistakes));
  }

  private List<Part> parts(Mistakes mistakes) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("Days", List.of(
        field("cutOff", "Cut-off", "time", "The last moment to leave the same day.", mistakes),
        field("handlingDays", "Handling days", "text", "More working days before an order leaves.", mistakes),
        field("closed", "Days off", "text", "As 2026-12-25, with commas between.", mistakes))));
    parts.add(new Part("Capacity", List.of(
        field("perDay", "Orders a day", "text", "Empty for any number.", mistakes),
        field("perHour", "Orders an hour", "text", "Empty for any number.", mistakes))));
    parts.add(new Part("Costs", List.of(
        field("currency", "Currency", "text", "As USD.", mistakes),
        field("perParcel", "A parcel", "text", "Picking walk, box and label.", mistakes),
        field("perUnit", "A unit", "text", "Each one picked.", mistakes))));
    parts.add(new Part("What it ships, with commas between", List.of(
        field("tags", "Tags", "text", "Your own words, for rules.", mistakes),
        field("programmes", "Channel programmes", "text", "As FBA, prime.", mistakes),
        field("channels", "Only channels", "text", "Empty for all.", mistakes),
        field("countries", "Only countries", "text", "As US, CA; empty for all.", mistakes),
        field("hazmat", "Dangerous goods", "text", "Classes, * for all.", mistakes),
        field("temperatures", "Temperatures", "text", "CHILLED, FROZEN.", mistakes))));
    return parts;
  }

  private Field field(String name, String label, String type, String hint, Mistakes mistakes) {
    Field field = new Field(name, label, type, text(name), "off", hint.isEmpty() ? null : hint, null);
    return Forms.field(field, mistakes);
  }

  private Choice yesNo(String name, String label, String usual, Mistakes mistakes) {
    return new Choice(
        name, label, text(name).isEmpty() ? usual : text(name),
        List.of(new Choice.Option("yes", "Yes"), new Choice.Option("no", "No")), mistakes.of(name));
  }

  private @Nullable Integer number(String name, Mistakes mistakes) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches(NUMBERS)) {
      mistakes.add(name, "Enter a whole number.");
      return null;
    }
    return Integer.valueOf(text);
  }

  private List<@Nullable String> list(String name) {
    List<@Nullable String> words = new ArrayList<>();
    for (String word : text(name).split("[,;]")) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  private void words(String name, @Nullable List<@Nullable String> words) {
    values.put(
        name, words == null ? "" : String.join(", ", words.stream().filter(Objects::nonNull).toList()));
  }

  private void put(String name, @Nullable Object value) {
    values.put(name, value == null ? "" : value.toString());
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }
}
