package dev.crossdock.inventory.promising.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.promising.SafetyStock;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Judges settings of safety stock one by one, and tells the journal of them. */
public final class SafetyRules {

  private static final long UNITS_MAX = 1_000_000_000;
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private final Set<String> skus;
  private static final int RULE_MAX = 100;

  private final Set<String> locations;
  private final List<ItemError> errors = new ArrayList<>();

  public SafetyRules(Set<String> skus, Set<String> locations) {
    this.skus = skus;
    this.locations = locations;
  }

  /** The SKUs named that a database could know: PostgreSQL's text cannot hold the character zero. */
  public static Set<String> skus(List<SafetyStock> settings) {
    return settings.stream()
        .flatMap(setting -> Stream.ofNullable(setting.sku()))
        .filter(sku -> sku.indexOf('\0') < 0)
        .collect(Collectors.toSet());
  }

  /** Those that can be stored. */
  public List<SafetyStock> accept(List<SafetyStock> settings) {
    List<SafetyStock> accepted = new ArrayList<>();
    Set<SafetyStock> seen = new HashSet<>();
    for (int i = 0; i < settings.size(); i++) {
      SafetyStock setting = settings.get(i);
      Long units = setting.units();
      int before = errors.size();
      require(i, () -> known(setting), "sku", "unknown", "There is no such SKU.");
      require(i, () -> known(locations, setting.location()), "location", "unknown", "There is no such location.");
      name(i, "channel", setting.channel());
      name(i, "account", setting.account());
      require(
          i, () -> setting.account() == null || setting.channel() != null, "channel", "required",
          "It must be given with the account.");
      require(
          i, () -> units == null || (units >= 0 && units <= UNITS_MAX), "units", "range",
          "It must be 0 to 1,000,000,000 units.");
      require(
          i, () -> seen.add(SafetyStore.key(setting)), "sku", "duplicate",
          "The same setting is named more than once in this request.");
      if (errors.size() == before) {
        accepted.add(setting);
      }
    }
    return accepted;
  }

  public List<ItemError> errors() {
    return List.copyOf(errors);
  }

  /** The setting as it stands now; null units tell that it was taken back. */
  public static JournalEntry told(SafetyStore.Row row, Instant now) {
    SafetyStock setting = row.setting();
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("sku", setting.sku())
            .put("location", setting.location())
            .put("channel", setting.channel())
            .put("account", setting.account())
            .put("units", setting.units())
            .toString();
    String stream =
        "safety-stock:" + Stream.of(setting.sku(), setting.location(), setting.channel(), setting.account())
            .map(part -> part == null ? "*" : part)
            .collect(Collectors.joining("@"));
    return new JournalEntry(stream, row.version(), "safety-stock.set", now, payload);
  }

  private boolean known(SafetyStock setting) {
    String sku = setting.sku();
    return sku != null && setting.isRule()
        ? sku.length() <= RULE_MAX && sku.chars().noneMatch(Character::isISOControl)
        : known(skus, sku);
  }

  private static boolean known(Set<String> names, @Nullable String name) {
    return name == null || names.contains(name);
  }

  private void name(int index, String field, @Nullable String name) {
    require(
        index, () -> name == null || NAME.matcher(name).matches(), field, "format",
        "It must be 1 to 100 visible characters without spaces.");
  }

  private void require(int index, BooleanSupplier condition, String field, String rule, String sentence) {
    if (!condition.getAsBoolean()) {
      errors.add(new ItemError(index, field, rule, sentence));
    }
  }
}
