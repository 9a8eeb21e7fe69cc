package dev.crossdock.routing.network;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import dev.crossdock.routing.network.RateCardInput.Zone;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
  private static final int BYTES_MAX = 1 << 20;
  private static final int COLUMNS_MAX = 501;
  /** Of a file that is something else altogether, each line is wrong. */
  private static final int FLAWS_MAX = 100;
  private static final String WEIGHT = "up to kg";
  private static final List<String> LABELS =
      List.of("transitDays", "countries", "regions", "postalCodes", "distanceKm", "perFurtherKg");

  private RateMatrix() {}

  /**
   * Something that is wrong with the rows.
   *
   * @param line of the sheet, from 1; 0 for the sheet as a whole
   * @param rule a word for programs
   */
  public record Flaw(long line, String rule, String sentence) {

    /** With its line. */
    public String words() {
      return line == 0 ? sentence : "Line " + line + ": " + sentence;
    }
  }

  /**
   * What was read.
   *
   * @param flaws when there are any, the rest is of no use
   * @param lines where it was read
   */
  public record Read(List<Integer> steps, List<Zone> zones, List<Flaw> flaws, Lines lines) {

    public Read {
      steps = List.copyOf(steps);
      zones = List.copyOf(zones);
      flaws = List.copyOf(flaws);
    }

    private static Read nothing(String rule, String sentence) {
      return new Read(
          List.of(), List.of(), List.of(new Flaw(0, rule, sentence)), new Lines(Map.of(), List.of()));
    }

    /** What a card with these prices was refused for, by the lines it stands in. */
    public List<Flaw> refused(List<ItemError> errors) {
      return errors.stream()
          .map(error -> new Flaw(lines.of(error.field()), error.rule(), zone(error.field()) + error.sentence()))
          .sorted(Comparator.comparingLong(Flaw::line))
          .limit(FLAWS_MAX)
          .toList();
    }

    private String zone(String field) {
      int zone = Lines.index(field, "zones[");
      return zone >= 0 && zone < zones.size() ? "Zone " + zones.get(zone).zone() + ": " : "";
    }
  }

  /** The lines of a sheet: of what zones are told by, and of weights in their order. */
  record Lines(Map<String, Long> facts, List<Long> steps) {

    /** Of a card's field such as {@code zones[2].prices[0]}; 0 where it stands in none. */
    long of(String field) {
      int step = Math.max(index(field, "steps["), index(field, "prices["));
      if (step >= 0) {
        return step < steps.size() ? steps.get(step) : 0;
      }
      String label = field.replaceAll("^zones\\[\\d+]\\.|\\[\\d+]$", "");
      return label.equals("zone") ? 1 : facts.getOrDefault(label, 0L);
    }

    static int index(String field, String list) {
      int from = field.indexOf(list);
      return from < 0 ? -1 : Integer.parseInt(field, from + list.length(), field.indexOf(']', from), 10);
    }
  }

  /** Reads a file, in whichever of the usual encodings it was saved. */
  public static Read read(byte[] file) {
    if (file.length > BYTES_MAX) {
      return Read.nothing("too-large", "The file is larger than 1 MB.");
    }
    String text = FileText.of(file).text();
    if (text.indexOf('\0') >= 0 || text.startsWith("PK\u0003\u0004")) {
      return Read.nothing("format", "The file is not text. Save the sheet as CSV first.");
    }
    return read(text);
  }

  /** Reads the rows under their heading; what is wrong is told line by line. */
  public static Read read(String text) {
    Rows rows = new Rows();
    try (CsvTable table = CsvTable.open(new StringReader(text))) {
      List<String> heading = table.heading();
      if (heading.size() < 2 || heading.size() > COLUMNS_MAX) {
        return Read.nothing(
            "heading", "The heading names no zones, or more than 500: up to kg, then a column a zone.");
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.take(row.get(), heading.getFirst(), table.overflows());
      }
      if (table.broken()) {
        String sentence = "Nothing behind it can be read: a cell is too large, or a quote is never closed.";
        rows.flaw(table.line(), "broken", sentence);
      }
      if (rows.prices.isEmpty()) {
        rows.flaw(0, "required", "There is no row with a weight and its prices.");
      }
      return rows.read(heading.subList(1, heading.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows by what they tell. */
  private static final class Rows {

    private final Map<String, CsvTable.Row> facts = new LinkedHashMap<>();
    private final TreeMap<Integer, CsvTable.Row> prices = new TreeMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    void flaw(long line, String rule, String sentence) {
      if (flaws.size() < FLAWS_MAX) {
        flaws.add(new Flaw(line, rule, sentence));
      }
    }

    void take(CsvTable.Row row, String first, boolean overflows) {
      String label = row.cell(first);
      if (row.cells().values().stream().anyMatch(cell -> cell.indexOf('\n') >= 0)) {
        flaw(row.line(), "broken", "A cell has several lines: a quote may never be closed.");
      } else if (overflows) {
        String sentence = "It has more cells than the heading. Is a comma both in amounts and between cells?";
        flaw(row.line(), "too-wide", sentence);
      } else if (label == null) {
        if (!row.cells().isEmpty()) {
          flaw(row.line(), "required", "It has no weight.");
        }
      } else {
        take(row, label);
      }
    }

    private void take(CsvTable.Row row, String label) {
      String known = LABELS.stream().filter(each -> same(each, label)).findFirst().orElse(null);
      Integer grams = known == null ? grams(label) : null;
      if (known == null && (grams == null || grams < 1)) {
        flaw(row.line(), "unknown", label + " is neither a weight in kg nor what a zone is told by.");
      } else if (known != null && facts.put(known, row) != null) {
        flaw(row.line(), "duplicate", label + " is there twice.");
      } else if (grams != null && prices.put(grams, row) != null) {
        flaw(row.line(), "duplicate", "The weight " + label + " is there twice.");
      }
    }

    Read read(List<String> names) {
      List<Zone> zones = names.stream().map(this::zone).toList();
      Map<String, Long> lines = new HashMap<>();
      facts.forEach((label, row) -> lines.put(label, row.line()));
      List<Long> steps = prices.values().stream().map(CsvTable.Row::line).toList();
      return new Read(List.copyOf(prices.keySet()), zones, flaws, new Lines(lines, steps));
    }

    private Zone zone(String name) {
      String days = cell("transitDays", name);
      if (days != null && !days.matches("\\d{1,4}")) {
        long line = Objects.requireNonNull(facts.get("transitDays")).line();
        flaw(line, "format", "Zone " + name + ": transit days must be a whole number.");
        days = null;
      }
      List<@Nullable String> each = new ArrayList<>();
      prices.values().forEach(row -> each.add(amount(row.cell(name))));
      return new Zone(
          name.strip(), days == null ? null : Integer.valueOf(days), list(cell("countries", name)),
          list(cell("regions", name)), list(cell("postalCodes", name)), cell("distanceKm", name), each,
          amount(cell("perFurtherKg", name)));
    }

    private @Nullable String cell(String label, String zone) {
      CsvTable.Row row = facts.get(label);
      return row == null ? null : row.cell(zone);
    }
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
