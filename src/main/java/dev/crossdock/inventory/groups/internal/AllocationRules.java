package dev.crossdock.inventory.groups.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Judges groups and what is to be kept apart, and tells the journal of it. */
public final class AllocationRules {

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final int PER_CENT_MAX = 100;

  private AllocationRules() {}

  public static List<ItemError> judge(AllocationGroup group) {
    Rules rules = new Rules();
    rules.require(
        () -> CODE.matcher(group.code()).matches(), "code", "format", "It must be 1 to 40 letters, digits, - and _.");
    name(rules, "channel", group.channel());
    name(rules, "account", group.account());
    return rules.errors();
  }

  public static List<ItemError> judge(
      AllocationMove move, Map<String, List<Kits.Part>> kits, Set<String> groups, List<Location> places) {
    Rules rules = new Rules();
    List<Kits.Part> parts = kits.get(move.sku());
    rules.require(() -> parts != null, "sku", "unknown", "There is no such SKU.");
    rules.require(
        () -> parts == null || parts.equals(List.of(new Kits.Part(move.sku(), 1))),
        "sku", "kit", "A kit has no stock of its own: keep its parts apart.");
    group(rules, "from", move.from(), groups);
    group(rules, "to", move.to(), groups);
    rules.require(
        () -> !Objects.equals(move.from(), move.to()), "to", "same", "Units go from a group, to a group, or both.");
    Set<String> known = places.stream().map(Location::code).collect(Collectors.toSet());
    rules.require(
        () -> known.containsAll(move.locations()), "locations", "unknown", "One of these locations is unknown.");
    rules.require(
        () -> (move.units() == null) != (move.perCent() == null), "units", "required",
        "Either units or perCent must be given.");
    if (move.units() != null) {
      rules.units("units", move.units(), 1);
    }
    Integer perCent = move.perCent();
    rules.require(
        () -> perCent == null || (perCent >= 1 && perCent <= PER_CENT_MAX), "perCent", "range", "It must be 1 to 100.");
    return rules.errors();
  }

  public static JournalEntry told(AllocationGroup group, int version, Instant now) {
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", group.code())
            .put("channel", group.channel())
            .put("account", group.account())
            .toString();
    return new JournalEntry("allocation-group:" + group.code(), version, "allocation-group.described", now, payload);
  }

  /** An allocation as it stands now, and which move made it so. */
  public static JournalEntry told(Allocation allocation, AllocationMove move, Instant now) {
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("group", allocation.group().code())
            .put("sku", allocation.sku())
            .put("location", allocation.location())
            .put("granted", allocation.granted())
            .put("left", allocation.left())
            .put("from", move.from())
            .put("to", move.to())
            .toString();
    return new JournalEntry(
        "allocation:" + allocation.id(), allocation.version(), "allocation.changed", now, payload);
  }

  private static void group(Rules rules, String field, @Nullable String code, Set<String> groups) {
    rules.require(() -> code == null || groups.contains(code), field, "unknown", "There is no such group.");
  }

  private static void name(Rules rules, String field, @Nullable String name) {
    rules.require(
        () -> name == null || NAME.matcher(name).matches(), field, "format",
        "It must be 1 to 100 visible characters without spaces.");
  }
}
