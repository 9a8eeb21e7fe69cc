package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ItemError;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.catalog.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges descriptions of SKUs one by one, first by themselves, then against what is there. Pure. */
final class ProductRules {

  private static final int TITLE_MAX = 500;
  private static final int HANDLE_MAX = 200;
  private static final int BARCODE_MAX = 64;
  private static final int WEIGHT_GRAMS_MAX = 100_000_000;
  private static final int COMPONENTS_MAX = 100;
  private static final int UNITS_MAX = 10_000;

  private final List<ItemError> errors = new ArrayList<>();

  List<ItemError> errors() {
    return List.copyOf(errors);
  }

  /** The well-formed items. A SKU named twice is refused each time: which one is meant nobody can tell. */
  List<Draft> wellFormed(List<ProductInput> inputs) {
    Map<String, Long> times =
        inputs.stream().collect(Collectors.groupingBy(input -> name(input), Collectors.counting()));
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      ProductInput input = inputs.get(i);
      int before = errors.size();
      judgeSku(i, input, times);
      judgeText(i, "title", input.title(), TITLE_MAX);
      judgeText(i, "barcode", input.barcode(), BARCODE_MAX);
      judgeText(i, "product", input.product(), HANDLE_MAX);
      judgeText(i, "productTitle", input.productTitle(), TITLE_MAX);
      if (input.weightGrams() != null && (input.weightGrams() < 0 || input.weightGrams() > WEIGHT_GRAMS_MAX)) {
        refuse(i, "weightGrams", "range", "The weight must be 0 to 100,000,000 grams.");
      }
      judgeComponents(i, input);
      if (errors.size() == before) {
        drafts.add(new Draft(i, name(input), input));
      }
    }
    return drafts;
  }

  /**
   * Those of the drafts that fit what is there.
   *
   * @param known SKUs named by the drafts, as they stand
   * @param parts SKUs that are part of some kit
   */
  List<Draft> fitting(List<Draft> drafts, Map<String, Sku> known, Set<String> parts) {
    Set<String> toBeKits = drafts.stream().filter(Draft::kit).map(Draft::sku).collect(Collectors.toSet());
    List<Draft> fitting = new ArrayList<>();
    Set<String> plain = new HashSet<>();
    known.values().stream().filter(sku -> !sku.kit()).map(Sku::sku).forEach(plain::add);
    Map<String, String> titles = new HashMap<>();
    for (Draft draft : drafts) {
      if (!draft.kit() && fits(draft, known, titles)) {
        fitting.add(draft);
        if (!draft.over(known.get(draft.sku())).kit()) {
          plain.add(draft.sku());
        }
      }
    }
    plain.removeAll(toBeKits);
    for (Draft draft : drafts) {
      if (draft.kit() && fits(draft, known, titles) && partsFit(draft, plain, parts)) {
        fitting.add(draft);
      }
    }
    return fitting;
  }

  private boolean fits(Draft draft, Map<String, Sku> known, Map<String, String> titles) {
    String title = draft.input().title();
    if (title == null ? !known.containsKey(draft.sku()) : SkuText.strip(title).isEmpty()) {
      refuse(draft.index(), "title", "required", "A SKU needs a title.");
      return false;
    }
    String handle = draft.input().product();
    String productTitle = draft.input().productTitle();
    if (handle != null && productTitle != null && !productTitle.equals(titles.getOrDefault(handle, productTitle))) {
      refuse(draft.index(), "productTitle", "conflict", "Another item gives this product another title.");
      return false;
    }
    if (handle != null && productTitle != null) {
      titles.put(handle, productTitle);
    }
    return true;
  }

  private boolean partsFit(Draft draft, Set<String> plain, Set<String> parts) {
    int before = errors.size();
    if (parts.contains(draft.sku())) {
      refuse(draft.index(), "components", "nested", "This SKU is part of a kit, so it cannot become a kit.");
    }
    List<Component> components = draft.components();
    for (int i = 0; i < components.size(); i++) {
      if (!plain.contains(components.get(i).sku())) {
        String field = "components[" + i + "].sku";
        refuse(draft.index(), field, "unknown", "There is no such SKU, or it is a kit itself.");
      }
    }
    return errors.size() == before;
  }

  private void judgeSku(int index, ProductInput input, Map<String, Long> times) {
    String sku = name(input);
    if (sku.isEmpty()) {
      refuse(index, "sku", "required", "An item needs a SKU.");
    } else if (!SkuText.isWellFormed(sku, SkuText.LENGTH_MAX)) {
      refuse(index, "sku", "format", "A SKU is 1 to 100 characters without control or invisible ones.");
    } else if (times.getOrDefault(sku, 0L) > 1) {
      refuse(index, "sku", "duplicate", "The SKU is named more than once in this request.");
    }
  }

  private void judgeText(int index, String field, @Nullable String text, int lengthMax) {
    if (text == null) {
      return;
    }
    if (SkuText.strip(text).length() > lengthMax) {
      refuse(index, field, "length", "At most " + lengthMax + " characters.");
    } else if (text.codePoints().anyMatch(ProductRules::isUnprintable)) {
      refuse(index, field, "characters", "No control characters.");
    }
  }

  private void judgeComponents(int index, ProductInput input) {
    List<Component> components = input.components();
    if (components == null) {
      return;
    }
    if (components.size() > COMPONENTS_MAX) {
      refuse(index, "components", "length", "A kit has at most " + COMPONENTS_MAX + " components.");
      return;
    }
    Set<String> named = new HashSet<>();
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      String field = "components[" + i + "]";
      if (component.units() < 1 || component.units() > UNITS_MAX) {
        refuse(index, field + ".units", "range", "The units must be 1 to 10,000.");
      }
      if (component.sku().equals(name(input))) {
        refuse(index, field + ".sku", "nested", "A kit cannot be part of itself.");
      } else if (!named.add(component.sku())) {
        refuse(index, field + ".sku", "duplicate", "The component is named more than once.");
      }
    }
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static String name(ProductInput input) {
    return input.sku() == null ? "" : SkuText.strip(input.sku());
  }

  private void refuse(int index, String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }
}
