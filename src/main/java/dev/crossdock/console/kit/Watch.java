package dev.crossdock.console.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells moments as a person in one zone reads them at one instant. */
public record Watch(Instant now, ZoneId zone) {

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");
  private static final Duration SHORT_TIME = Duration.ofHours(4);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  public When when(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    String title = FULL.format(local) + " " + zone.getId();
    if (!zone.equals(ZoneOffset.UTC)) {
      title += " · " + FULL.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }
    return new When(at.truncatedTo(ChronoUnit.SECONDS).toString(), shortText(local), title, relative(at));
  }

  /** A sentence that names moments for machines, with each as this person reads it. */
  public String told(String sentence) {
    return MOMENT.matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(when(Instant.parse(found.group())).text()));
  }

  /** The time of day alone, for lists that name the day above. */
  public When timeOfDay(Instant at) {
    When full = when(at);
    return new When(full.iso(), TIME.format(at.atZone(zone)), full.title(), full.relative());
  }

  /** The time of day now, to the second. */
  public String clock() {
    return CLOCK.format(now.atZone(zone));
  }

  /** A deadline that is still to be met. */
  public Deadline deadline(Instant at) {
    Duration left = Duration.between(now, at);
    Role role = left.isNegative() ? Role.CRITICAL : left.compareTo(SHORT_TIME) <= 0 ? Role.WARNING : Role.NEUTRAL;
    return new Deadline(role, near(at));
  }

  /** A deadline that no longer matters because the work is done or off. */
  public Deadline past(Instant at) {
    return new Deadline(Role.NEUTRAL, near(at));
  }

  /** Short for deadlines: today's have the time alone, others the day with it. */
  private When near(Instant at) {
    When full = when(at);
    return full.text().startsWith("Today ")
        ? new When(full.iso(), full.text().substring("Today ".length()), full.title(), full.relative())
        : full;
  }

  /** The heading of a day: {@code Today}, {@code Yesterday}, {@code Tue 18 Nov}. */
  public String day(LocalDate day) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day.equals(today)) {
      return "Today";
    }
    if (day.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    return (Math.abs(ChronoUnit.MONTHS.between(day, today)) < 6 ? DAY : DATE).format(day);
  }

  private String shortText(ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day.equals(today)) {
      return "Today " + TIME.format(at);
    }
    return Math.abs(ChronoUnit.MONTHS.between(day, today)) < 6 ? DAY.format(at) + " " + TIME.format(at) : DATE.format(at);
  }

  private String relative(Instant at) {
    Duration ahead = Duration.between(now, at);
    String length = length(ahead.abs());
    if (length.isEmpty()) {
      return "now";
    }
    return ahead.isNegative() ? length + " ago" : "in " + length;
  }

  private static String length(Duration time) {
    if (time.toMinutes() < 1) {
      return "";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    if (time.toDays() < 2) {
      return time.toHours() + " h";
    }
    return time.toDays() + " days";
  }
}
