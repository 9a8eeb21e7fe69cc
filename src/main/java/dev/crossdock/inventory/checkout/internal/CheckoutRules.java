package dev.crossdock.inventory.checkout.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges what shall be held, and names every field that is wrong. */
public final class CheckoutRules {

  /** The longest time that units are kept without anybody asking again. */
  public static final long TTL_SECONDS_MAX = Duration.ofDays(7).toSeconds();

  private static final int LINES_MAX = 200;
  private static final int CHANNEL_CHARS_MAX = 100;

  private final Locations locations;

  public CheckoutRules(Locations locations) {
    this.locations = locations;
  }

  /** The SKUs that a database could know: PostgreSQL's text cannot hold the character zero. */
  public static Set<String> storable(CheckoutInput input) {
    return input.lines().stream()
        .map(CheckoutInput.Line::sku)
        .filter(sku -> sku.indexOf('\0') < 0)
        .collect(Collectors.toSet());
  }

  /** What is wrong with it; empty when nothing is. */
  public List<ItemError> judge(Tx tx, CheckoutInput input, Set<String> known) {
    Rules rules = new Rules();
    ttl(rules, input.ttlSeconds());
    name(rules, "channel", input.channel());
    name(rules, "account", input.account());
    rules.require(
        () -> (input.channel() == null) == (input.account() == null),
        input.channel() == null ? "channel" : "account",
        "required",
        "Channel and account are given together.");
    rules.require(
        () -> !input.lines().isEmpty() && input.lines().size() <= LINES_MAX,
        "lines",
        "range",
        "A reservation has 1 to " + LINES_MAX + " lines.");
    lines(rules, input, known, locations.list(tx));
    return rules.errors();
  }

  /** What is wrong with a time to live. */
  public static List<ItemError> ttl(long seconds) {
    Rules rules = new Rules();
    ttl(rules, seconds);
    return rules.errors();
  }

  private static void lines(Rules rules, CheckoutInput input, Set<String> known, List<Location> places) {
    Set<String> active =
        places.stream().filter(Location::active).map(Location::code).collect(Collectors.toSet());
    for (int i = 0; i < input.lines().size(); i++) {
      CheckoutInput.Line line = input.lines().get(i);
      String at = line.location();
      rules.require(() -> known.contains(line.sku()), "lines[" + i + "].sku", "unknown", "There is no such SKU.");
      rules.units("lines[" + i + "].units", line.units(), 1);
      rules.require(
          () -> at == null || active.contains(at),
          "lines[" + i + "].location",
          "unknown",
          "There is no such location at work.");
    }
  }

  private static void ttl(Rules rules, long seconds) {
    rules.require(
        () -> seconds >= 1 && seconds <= TTL_SECONDS_MAX,
        "ttlSeconds",
        "range",
        "It must be 1 to " + TTL_SECONDS_MAX + " seconds.");
  }

  private static void name(Rules rules, String field, @Nullable String text) {
    rules.require(
        () -> text == null
            || (!text.isBlank() && text.length() <= CHANNEL_CHARS_MAX && text.indexOf('\0') < 0),
        field,
        "format",
        "It must be 1 to " + CHANNEL_CHARS_MAX + " characters.");
  }
}
