package dev.crossdock.routing.network;

import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.routing.network.RateCardInput.Zone;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prices as people have them in a spreadsheet: a column a zone, a row a weight in kilograms up to which its prices
 * hold, and rows that say what the zones are ({@code countries}, {@code regions}, {@code postal codes}, {@code distance
 * km}, {@code transit days}, {@code per further kg}). Several values of a cell are parted by semicolons.
 */
public final class RateMatrix {

  private static final int GRAMS_DECIMALS = 3;
  private static final int COLUMNS_MAX = 500;
  private static final String WEIGHT = "up to kg";
  private static final List<String> LABELS =
      List.of("transitDays", "countries", "regions", "postalCodes", "distanceKm", "perFurtherKg");

  private RateMatrix() {}

  /**
   * What was read.
   *
   * @param problems sentences with their line; when there are any, the rest is of no use
   */
  public record Read(List<Integer> steps, List<Zone> zones, List<String> problems) {

    public Read {
      steps = List.copyOf(steps);
      zones = List.copyOf(zones);
      problems = List.copyOf(problems);
    }
  }

  /** Reads the rows under their heading; what is wrong is told line by line. */
  public static Read read(String text) {
    List<String> problems = new ArrayList<>();
    Map<String, CsvTable.Row> facts = new LinkedHashMap<>();
    TreeMap<Integer, CsvTable.Row> prices = new TreeMap<>();
    List<String> names = new ArrayList<>();
    try (CsvTable table = CsvTable.open(new StringReader(text))) {
      names.addAll(table.heading());
      if (names.size() < 2 || names.size() > COLUMNS_MAX) {
        return new Read(List.of(), List.of(), List.of("The heading names no zones: up to kg, then a column a zone."));
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        sort(row.get(), names.getFirst(), facts, prices, problems);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (prices.isEmpty()) {
      problems.add("There is no row with a weight and its prices.");
    }
    List<Zone> zones = names.stream().skip(1).map(name -> zone(name, facts, prices, problems)).toList();
    return new Read(List.copyOf(prices.keySet()), zones, problems);
  }

  private static void sort(
      CsvTable.Row row, String first, Map<String, CsvTable.Row> facts, Map<Integer, CsvTable.Row> prices,
      List<String> problems) {
    String label = row.cell(first);
    if (label == null) {
      return;
    }
    String known = LABELS.stream().filter(each -> same(each, label)).findFirst().orElse(null);
    Integer grams = known == null ? grams(label) : null;
    if (known != null) {
      facts.put(known, row);
    } else if (grams == null || grams < 1) {
      problems.add("Line " + row.line() + ": " + label + " is neither a weight in kg nor what a zone is told by.");
    } else if (prices.put(grams, row) != null) {
      problems.add("Line " + row.line() + ": the weight " + label + " is there twice.");
    }
  }

  private static Zone zone(
      String name, Map<String, CsvTable.Row> facts, Map<Integer, CsvTable.Row> prices, List<String> problems) {
    String days = cell(facts, "transitDays", name);
    if (days != null && !days.matches("\\d{1,4}")) {
      problems.add("Zone " + name + ": transit days must be a whole number.");
    }
    List<@Nullable String> each = new ArrayList<>();
    prices.values().forEach(row -> each.add(amount(row.cell(name))));
    return new Zone(
        name.strip(), days == null || !days.matches("\\d{1,4}") ? null : Integer.valueOf(days),
        list(cell(facts, "countries", name)), list(cell(facts, "regions", name)),
        list(cell(facts, "postalCodes", name)), cell(facts, "distanceKm", name), each,
        amount(cell(facts, "perFurtherKg", name)));
  }

  /** The card's prices as such rows. */
  public static String write(RateCardInput card) {
    List<@Nullable Zone> zones = Objects.requireNonNullElse(card.zones(), List.of());
    StringBuilder text = new StringBuilder();
    line(text, WEIGHT, zones, Zone::zone);
    line(text, "countries", zones, zone -> joined(zone.countries()));
    line(text, "regions", zones, zone -> joined(zone.regions()));
    line(text, "postal codes", zones, zone -> joined(zone.postalCodes()));
    line(text, "distance km", zones, Zone::distanceKm);
    line(text, "transit days", zones, Zone::transitDays);
    List<@Nullable Integer> steps = Objects.requireNonNullElse(card.steps(), List.of());
    for (int i = 0; i < steps.size(); i++) {
      int at = i;
      String kilograms = kilograms(Objects.requireNonNullElse(steps.get(i), 0));
      line(text, kilograms, zones, zone -> zone.prices() == null ? null : zone.prices().get(at));
    }
    line(text, "per further kg", zones, Zone::perFurtherKg);
    return text.toString();
  }

  /** A weight as people write it: {@code 0.5}. */
  public static String kilograms(int grams) {
    return BigDecimal.valueOf(grams, GRAMS_DECIMALS).stripTrailingZeros().toPlainString();
  }

  private static void line(
      StringBuilder text, String label, List<@Nullable Zone> zones, Function<Zone, @Nullable Object> value) {
    text.append(label);
    for (Zone zone : zones) {
      Object cell = zone == null ? null : value.apply(zone);
      text.append(',').append(cell == null ? "" : cell);
    }
    text.append('\n');
  }

  private static @Nullable Integer grams(String kilograms) {
    String digits = kilograms.replace(',', '.').replaceAll("(?i)\\s*kg$", "");
    return digits.matches("\\d{1,6}(\\.\\d{1,3})?")
        ? new BigDecimal(digits).movePointRight(GRAMS_DECIMALS).intValueExact()
        : null;
  }

  /** Some write no price as a dash, and a comma for the point. */
  private static @Nullable String amount(@Nullable String cell) {
    return cell == null || cell.matches("[-–—/]|n/?a") ? null : cell.replace(',', '.');
  }

  private static @Nullable String cell(Map<String, CsvTable.Row> facts, String label, String zone) {
    CsvTable.Row row = facts.get(label);
    return row == null ? null : row.cell(zone);
  }

  private static List<@Nullable String> list(@Nullable String cell) {
    return cell == null
        ? List.of()
        : Loose.list(Arrays.stream(cell.split("[;|]")).map(String::strip).filter(each -> !each.isEmpty()).toList());
  }

  private static String joined(@Nullable List<@Nullable String> values) {
    return values == null ? "" : String.join("; ", values.stream().filter(Objects::nonNull).toList());
  }

  private static boolean same(String label, String told) {
    return CsvTable.column(told).equals(CsvTable.column(label));
  }
}
