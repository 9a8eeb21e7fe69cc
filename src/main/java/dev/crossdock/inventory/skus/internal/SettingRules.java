package dev.crossdock.inventory.skus.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.lots.internal.LotRules;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.SkuSetting.Assigned;
import dev.crossdock.inventory.skus.Tracking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges settings one by one. */
public final class SettingRules {

  private static final int SHELF_DAYS_MAX = 3650;
  private static final Pattern OF_LOTS = Pattern.compile("lots\\[(\\d+)](.*)");

  private final Set<String> skus;
  private final List<ItemError> errors = new ArrayList<>();

  public SettingRules(Set<String> skus) {
    this.skus = skus;
  }

  /** The acceptable ones by index, as far as can be told without the levels. */
  public Map<Integer, SkuSetting> accept(List<SkuSetting> settings) {
    Map<String, Integer> times = new HashMap<>();
    settings.forEach(setting -> times.merge(setting.sku(), 1, Integer::sum));
    Map<Integer, SkuSetting> accepted = new TreeMap<>();
    for (int i = 0; i < settings.size(); i++) {
      SkuSetting setting = settings.get(i);
      if (!skus.contains(setting.sku())) {
        refuse(i, "sku", "unknown", "There is no such SKU.");
      } else if (times.getOrDefault(setting.sku(), 0) > 1) {
        refuse(i, "sku", "duplicate", "The SKU is named more than once in this request.");
      } else if (setting.shelfDays() < 0 || setting.shelfDays() > SHELF_DAYS_MAX) {
        refuse(i, "shelfDays", "range", "It must be 0 to " + SHELF_DAYS_MAX + " days.");
      } else if (setting.shelfDays() > 0 && setting.tracking() != Tracking.LOT_EXPIRY) {
        refuse(i, "shelfDays", "not-tracked", "Only lots that expire have days of shelf life.");
      } else {
        accepted.put(i, setting);
      }
    }
    return accepted;
  }

  /** Whether the tracking of a SKU may be changed while these are its levels. */
  public boolean mayRetrack(int index, SkuSetting setting, List<StockAt> levels, @Nullable String busy) {
    if (busy != null) {
      refuse(index, "tracking", busy, "Units of this SKU are on their way or being counted: finish that first.");
      return false;
    }
    for (StockAt level : levels) {
      if (level.unavailable() > 0) {
        refuse(
            index, "tracking", "unavailable",
            "Units at " + level.location().code() + " are blocked: free them first, and block them by lot again.");
        return false;
      }
    }
    Set<String> serials = new HashSet<>();
    for (int i = 0; i < setting.assign().size(); i++) {
      String serial = setting.assign().get(i).lot().lot();
      if (setting.tracking() == Tracking.SERIAL && !serials.add(serial)) {
        refuse(index, "assign[" + i + "].lot", "duplicate", "It is named twice.");
        return false;
      }
    }
    return setting.tracking().byLot() ? assigned(index, setting, levels) : noneAssigned(index, setting);
  }

  /** A setting whose tracking stays has nothing to assign. */
  public boolean noneAssigned(int index, SkuSetting setting) {
    if (!setting.assign().isEmpty()) {
      refuse(index, "assign", "not-needed", "Units are assigned to lots when a SKU begins to be kept by lot.");
      return false;
    }
    return true;
  }

  /** Whether the lots that are assigned are what this SKU asks for. */
  public boolean bears(int index, SkuSetting setting, LotBook book, List<StockAt> levels) {
    for (StockAt level : levels) {
      StockKey key = new StockKey(setting.sku(), level.location().code());
      List<Integer> places = places(setting, key.location());
      List<LotUnits> lots = lots(setting, key.location());
      if (level.onHand() > 0) {
        ItemError wrong = new LotRules(book).judge(index, key, level.onHand(), lots).orElse(null);
        if (wrong != null) {
          refuse(index, field(wrong.field(), places), wrong.rule(), wrong.sentence());
          return false;
        }
      }
    }
    return true;
  }

  /** The lots of a location's units. */
  public static List<LotUnits> lots(SkuSetting setting, String location) {
    return setting.assign().stream()
        .filter(assigned -> assigned.location().equals(location))
        .map(Assigned::lot)
        .toList();
  }

  public List<ItemError> errors() {
    return List.copyOf(errors);
  }

  private boolean assigned(int index, SkuSetting setting, List<StockAt> levels) {
    Set<String> places = new HashSet<>();
    for (StockAt level : levels) {
      String place = level.location().code();
      places.add(place);
      long units = LotUnits.sum(lots(setting, place));
      if (units != level.onHand()) {
        refuse(
            index, "assign", "units-on-hand",
            level.onHand() + " units lie at " + place + " and " + units + " are assigned to lots: assign all of them.");
        return false;
      }
    }
    for (int i = 0; i < setting.assign().size(); i++) {
      if (!places.contains(setting.assign().get(i).location())) {
        refuse(index, "assign[" + i + "].location", "unknown", "Nothing of this SKU lies there.");
        return false;
      }
    }
    return true;
  }

  private static List<Integer> places(SkuSetting setting, String location) {
    return IntStream.range(0, setting.assign().size())
        .filter(i -> setting.assign().get(i).location().equals(location))
        .boxed()
        .toList();
  }

  private static String field(String field, List<Integer> places) {
    Matcher matcher = OF_LOTS.matcher(field);
    return matcher.matches()
        ? "assign[" + places.get(Integer.parseInt(matcher.group(1))) + "]" + matcher.group(2)
        : "assign";
  }

  private void refuse(int index, String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }
}
