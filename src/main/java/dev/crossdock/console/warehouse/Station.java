package dev.crossdock.console.warehouse;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.Units;
import dev.crossdock.inventory.skus.Tracking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page to work at with a scanner: one field that codes go into, and a tally that is sent as a whole.
 *
 * @param tabs of the pages around it
 * @param action where the form goes, and the name under which a browser keeps what is not sent yet
 * @param key of this showing of the form
 * @param code what stands in the scan field
 * @param verdict on the last scan; null before the first
 * @param list what is tallied
 * @param fields beside the tally
 * @param mistakes what was refused
 */
public record Station(
    String title, String back, List<Tab> tabs, List<Note> notes, String action, String key, String code,
    @Nullable Verdict verdict, Tally list, List<Choice> choices, List<Field> fields, List<Mistakes.Line> mistakes,
    Words words) {

  public Station {
    notes = List.copyOf(notes);
    choices = List.copyOf(choices);
    fields = List.copyOf(fields);
  }

  /** What a scan did. */
  public record Verdict(Role role, String sentence) {}

  /**
   * What this station calls things.
   *
   * @param units the column that is filled in
   * @param send the button that ends the work
   * @param refused what stands above the mistakes
   */
  public record Words(String units, String expected, String send, String refused) {}

  /**
   * The rows.
   *
   * @param open whether a scan may add a row; then rows are known by their SKU and not by a number
   * @param damaged whether damaged units are told apart
   * @param expected whether the expected units are shown; who counts is not to know them
   * @param bins whether each row names a bin
   */
  public record Tally(boolean open, boolean damaged, boolean expected, boolean bins, List<Row> rows) {

    public Tally {
      rows = List.copyOf(rows);
    }

    /** Whether any row asks for lots or serial numbers. */
    public boolean lots() {
      return rows.stream().anyMatch(row -> row.lots() != null);
    }
  }

  /**
   * One row of the tally.
   *
   * @param line the document's line; 0 in an open tally
   * @param codes that a scan may read
   * @param expected how many are to come, as printed; empty for nobody knows, or is to know
   * @param wanted the same as a number; null likewise
   * @param most more than this are refused; null for no limit
   * @param units as typed
   * @param error what is wrong with them; null for nothing
   * @param lots lots or serial numbers; null where the SKU asks for none
   */
  public record Row(
      int line, String sku, String title, List<String> codes, String place, String expected, @Nullable Integer wanted,
      @Nullable Long most, String units, String damaged, @Nullable String error, @Nullable Lots lots) {

    /** The pattern of rows that a scan adds. */
    public static final Row EMPTY = new Row(0, "", "", List.of(), "", "", null, null, "", "", null);

    public Row {
      codes = List.copyOf(codes);
    }

    /** A row that a scan added. */
    public static Row scanned(String name, @Nullable Sku sku, String units) {
      return new Row(
          0, name, sku == null ? "" : sku.title(), Station.codes(name, sku), "", "", null, null, units, "", null);
    }

    /** Of a SKU that asks for no lots. */
    public Row(
        int line, String sku, String title, List<String> codes, String place, String expected,
        @Nullable Integer wanted, @Nullable Long most, String units, String damaged, @Nullable String error) {
      this(line, sku, title, codes, place, expected, wanted, most, units, damaged, error, null);
    }

    public Row withLots(@Nullable Lots typed) {
      return new Row(line, sku, title, codes, place, expected, wanted, most, units, damaged, error, typed);
    }

    /** The id of the field that is filled in. */
    public String field() {
      return "units-" + (line > 0 ? String.valueOf(line) : sku);
    }

    /** Whether a scanned code means this row. */
    public boolean means(String code) {
      return codes.contains(code);
    }

    /** One unit more than is typed. */
    public Row scanned() {
      Long typed = Sent.number(units);
      return withUnits(String.valueOf((typed == null ? 0 : typed) + 1));
    }

    public Row withUnits(String text) {
      return new Row(line, sku, title, codes, place, expected, wanted, most, text, damaged, error, lots);
    }

    public Row withDamaged(String text) {
      return new Row(line, sku, title, codes, place, expected, wanted, most, units, text, error, lots);
    }

    public Row withError(@Nullable String sentence) {
      return new Row(line, sku, title, codes, place, expected, wanted, most, units, damaged, sentence, lots);
    }
  }

  /**
   * Lots or serial numbers of a row.
   *
   * @param text as typed
   */
  public record Lots(Tracking tracking, String text) {

    public boolean serial() {
      return tracking == Tracking.SERIAL;
    }

    public Lots withText(String typed) {
      return new Lots(tracking, typed);
    }
  }

  /** The codes that mean a SKU: its own name, and its barcode. */
  public static List<String> codes(String name, @Nullable Sku sku) {
    List<String> codes = new ArrayList<>(List.of(name));
    if (sku != null && sku.barcode() != null) {
      codes.add(sku.barcode());
    }
    return codes;
  }

  /** What a row's units are told as after a scan. */
  static Verdict counted(Row row) {
    Long typed = Sent.number(row.units());
    long units = typed == null ? 0 : typed;
    boolean beyond = row.wanted() != null && units > row.wanted();
    return new Verdict(
        beyond ? Role.WARNING : Role.SUCCESS,
        row.sku() + ": " + Units.grouped(units) + (row.wanted() == null ? "" : " of " + row.expected())
            + (beyond ? ". That is more than expected" : ""));
  }
}
