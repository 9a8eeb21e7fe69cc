package dev.crossdock.inventory.backorders.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Judges what may be sold ahead, and tells the journal of it. */
public final class BackorderRules {

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private BackorderRules() {}

  public static List<ItemError> judge(AuthorisationInput input, Map<String, List<Kits.Part>> kits, LocalDate today) {
    Rules rules = new Rules();
    List<Kits.Part> parts = kits.get(input.sku());
    rules.require(() -> parts != null, "sku", "unknown", "There is no such SKU.");
    boolean kit = parts != null && !parts.equals(List.of(new Kits.Part(input.sku(), 1)));
    boolean preorder = input.kind() == AuthorisationKind.PREORDER;
    rules.require(
        () -> !kit || preorder || input.promisedOn() != null, "promisedOn", "kit",
        "Nothing is ever incoming of a kit itself: say when it is promised.");
    name(rules, "channel", input.channel());
    name(rules, "account", input.account());
    rules.require(
        () -> input.account() == null || input.channel() != null, "channel", "required",
        "It must be given with the account.");
    rules.units("units", input.units(), 1);
    rules.require(
        () -> preorder == (input.releaseOn() != null), "releaseOn", preorder ? "required" : "not-allowed",
        preorder ? "A pre-order has a release date." : "Only a pre-order has a release date.");
    days(rules, input.promisedOn(), input.releaseOn(), input.endsOn(), today);
    return rules.errors();
  }

  /** What is wrong with an authorisation as it would stand. */
  public static List<ItemError> judge(Authorisation was, long units, Authorisation next, LocalDate today) {
    Rules rules = new Rules();
    rules.require(() -> was.closedAt() == null, "state", "state", "It is closed: nothing more is sold under it.");
    rules.units("units", units, 0);
    rules.require(
        () -> units >= was.used(), "units", "used",
        was.used() + " units are sold under it already; it cannot be lowered below them.");
    rules.require(
        () -> next.kind() == AuthorisationKind.PREORDER || next.releaseOn() == null, "releaseOn", "not-allowed",
        "Only a pre-order has a release date.");
    rules.require(
        () -> was.releaseOn() == null || was.releaseOn().equals(next.releaseOn()) || was.unreleased(today),
        "releaseOn", "released", "It is released already.");
    days(
        rules,
        next.promisedOn(),
        next.releaseOn() != null && next.releaseOn().equals(was.releaseOn()) ? null : next.releaseOn(),
        next.endsOn() != null && next.endsOn().equals(was.endsOn()) ? null : next.endsOn(),
        today);
    rules.require(
        () -> next.releaseOn() == null || next.promisedOn() == null || !next.releaseOn().isAfter(next.promisedOn()),
        "releaseOn", "range", "It cannot be released after the day it is promised for.");
    return rules.errors();
  }

  private static void days(
      Rules rules,
      @Nullable LocalDate promised,
      @Nullable LocalDate release,
      @Nullable LocalDate ends,
      LocalDate today) {
    future(rules, "promisedOn", promised, today);
    future(rules, "releaseOn", release, today);
    future(rules, "endsOn", ends, today);
    rules.require(
        () -> release == null || promised == null || !release.isAfter(promised),
        "releaseOn", "range", "It cannot be released after the day it is promised for.");
    rules.require(
        () -> release == null || release.isAfter(today), "releaseOn", "past", "A release date lies in the future.");
  }

  private static void future(Rules rules, String field, @Nullable LocalDate day, LocalDate today) {
    if (rules.day(field, day)) {
      rules.require(() -> day == null || !day.isBefore(today), field, "past", "It must not be a day that is over.");
    }
  }

  private static void name(Rules rules, String field, @Nullable String name) {
    rules.require(
        () -> name == null || NAME.matcher(name).matches(), field, "format",
        "It must be 1 to 100 visible characters without spaces.");
  }

  /** An authorisation as it stands now, beside its terms before when they were others. */
  public static JournalEntry told(
      Authorisation now, @Nullable Authorisation before, String what, @Nullable String reason, Instant at) {
    ObjectNode payload = terms(now).put("sku", now.sku()).put("channel", now.channel()).put("account", now.account());
    payload.put("kind", now.kind().name()).put("open", now.open()).put("filled", now.filled());
    if (before != null) {
      payload.set("before", terms(before));
    }
    if (reason != null) {
      payload.put("reason", reason);
    }
    return new JournalEntry("backorder:" + now.id(), now.version(), "backorder." + what, at, payload.toString());
  }

  private static ObjectNode terms(Authorisation a) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("authorised", a.authorised())
        .put("promisedOn", text(a.promisedOn()))
        .put("releaseOn", text(a.releaseOn()))
        .put("endsOn", text(a.endsOn()));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
