package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.costing.CostTold;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges how SKUs are to be valued, and costs that are told later. */
public final class CostRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());

  private final Set<String> skus;
  private final Set<UUID> told = new HashSet<>();
  private final List<ItemError> errors = new ArrayList<>();

  public CostRules(Set<String> skus) {
    this.skus = skus;
  }

  /** The acceptable ones by index, as far as can be told without the levels. */
  public Map<Integer, CostSetting> accept(List<CostSetting> settings) {
    Map<String, Integer> times = new HashMap<>();
    settings.forEach(setting -> times.merge(setting.sku(), 1, Integer::sum));
    Map<Integer, CostSetting> accepted = new TreeMap<>();
    for (int i = 0; i < settings.size(); i++) {
      CostSetting setting = settings.get(i);
      UnitCost opening = setting.opening();
      if (!skus.contains(setting.sku())) {
        refuse(i, "sku", "unknown", "There is no such SKU.");
      } else if (times.getOrDefault(setting.sku(), 0) > 1) {
        refuse(i, "sku", "duplicate", "The SKU is named more than once in this request.");
      } else if (!CURRENCIES.contains(setting.currency())) {
        refuse(i, "currency", "unknown", "It must be a currency of ISO 4217.");
      } else if (opening != null && !opening.currency().equals(setting.currency())) {
        refuse(i, "openingUnitCost", "currency", "It must be in the currency in which the SKU is valued.");
      } else {
        accepted.put(i, setting);
      }
    }
    return accepted;
  }

  /** Whether valuing may begin so, or its method change. */
  public boolean mayChange(int index, CostSetting setting, @Nullable CostPool was, long units) {
    UnitCost opening = setting.opening();
    if (was != null && !was.currency().equals(setting.currency())) {
      refuse(index, "currency", "settled", "The stock of this SKU is valued in " + was.currency() + " already.");
      return false;
    }
    if (was != null && opening != null) {
      refuse(index, "openingUnitCost", "settled", "The stock of this SKU is valued already.");
      return false;
    }
    return opening == null || isAmount(index, "openingUnitCost", opening, units);
  }

  /** Whether this is an arrival whose cost may be told. */
  public boolean mayTell(int index, CostTold cost, @Nullable CostEntry arrival, CostBook book) {
    if (arrival == null) {
      refuse(index, "entry", "unknown", "There is no such arrival of this SKU whose cost nobody has told.");
      return false;
    }
    if (!told.add(cost.entry())) {
      refuse(index, "entry", "duplicate", "The arrival is named twice.");
      return false;
    }
    String currency =
        book.pools().stream()
            .filter(pool -> pool.sku().equals(cost.sku()))
            .map(CostPool::currency)
            .findFirst()
            .orElse("");
    if (!currency.equals(cost.cost().currency())) {
      refuse(index, "unitCost", "currency", "The stock of this SKU is valued in " + currency + ".");
      return false;
    }
    return isAmount(index, "unitCost", cost.cost(), arrival.units());
  }

  public List<ItemError> errors() {
    return List.copyOf(errors);
  }

  private boolean isAmount(int index, String field, UnitCost cost, long units) {
    if (cost.minor() < 0 || cost.minor() > Money.MINOR_MAX / Math.max(1, units)) {
      refuse(index, field, "range", "All units together must cost 0 to 10,000,000,000,000.00.");
      return false;
    }
    return true;
  }

  private void refuse(int index, String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }
}
