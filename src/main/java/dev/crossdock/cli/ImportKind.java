package dev.crossdock.cli;

import dev.crossdock.platform.csv.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be imported: its columns, and where it goes. */
enum ImportKind {
  /** {@code sku,title[,barcode][,weightGrams][,components]}; components as {@code A-1*2 B-1*1} make a kit. */
  PRODUCTS("POST", "/api/v1/products", List.of("sku", "title"), List.of("barcode", "weightGrams", "components")),
  /** {@code channel,account,channelSku,sku}. */
  LISTINGS("PUT", "/api/v1/listings", List.of("channel", "account", "channelSku", "sku"), List.of()),
  /** {@code sku,location,onHand}. */
  STOCK("PUT", "/api/v1/stock", List.of("sku", "location", "onHand"), List.of()),
  /** {@code sku,location,delta,reason[,document][,happenedAt]}: what came or went. */
  ADJUSTMENTS(
      "POST",
      "/api/v1/stock/adjustments",
      List.of("sku", "location", "delta", "reason"),
      List.of("document", "happenedAt")),
  /** {@code sku,location,reason,units[,document][,happenedAt]}: units to block, or below zero to free. */
  BLOCKS(
      "POST",
      "/api/v1/stock/blocks",
      List.of("sku", "location", "reason", "units"),
      List.of("document", "happenedAt")),
  /** {@code sku,location,bin,units}. */
  BINS("PUT", "/api/v1/stock/bins", List.of("sku", "location", "bin", "units"), List.of()),
  /** {@code sku[,longestMm][,hazmat][,temperature][,oversize][,together][,tags]}: what a SKU asks of its shipper. */
  ITEMS(
      "PUT",
      "/api/v1/network/items",
      List.of("sku"),
      List.of("longestMm", "hazmat", "temperature", "oversize", "together", "tags"));

  private static final List<String> NUMBERS = List.of("weightGrams", "onHand", "delta", "units", "longestMm");

  private final String method;
  private final String path;
  private final List<String> required;
  private final List<String> optional;

  ImportKind(String method, String path, List<String> required, List<String> optional) {
    this.method = method;
    this.path = path;
    this.required = required;
    this.optional = optional;
  }

  /** All of them, as they are written on the command line. */
  static String words() {
    return Arrays.stream(values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
  }

  static Optional<ImportKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The first column that must be there and is not. */
  Optional<String> missing(CsvTable table) {
    return required.stream().filter(name -> !table.has(name)).findFirst();
  }

  /**
   * The row as the API takes it; empty cells are left out.
   *
   * @throws IllegalArgumentException naming the column and the rule
   */
  Map<String, Object> item(CsvTable.Row row) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (String column : Stream.concat(required.stream(), optional.stream()).toList()) {
      String cell = row.cell(column);
      if (cell != null) {
        item.put(column, value(column, cell));
      }
    }
    return item;
  }

  private static Object value(String column, String cell) {
    if (NUMBERS.contains(column)) {
      try {
        return Long.valueOf(cell);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(column + " must be a whole number", e);
      }
    }
    return switch (column) {
      case "components" -> components(cell);
      case "tags" -> List.of(cell.strip().split("\\s+"));
      case "oversize" -> flag(cell);
      default -> cell;
    };
  }

  private static boolean flag(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw new IllegalArgumentException("oversize must be yes or no");
    };
  }

  private static List<Map<String, Object>> components(String cell) {
    List<Map<String, Object>> components = new ArrayList<>();
    for (String part : cell.split("\\s+")) {
      int star = part.lastIndexOf('*');
      if (star < 1 || !part.substring(star + 1).matches("\\d{1,6}")) {
        throw new IllegalArgumentException("components must look like A-1*2 B-1*1");
      }
      components.add(
          Map.of("sku", part.substring(0, star), "units", Integer.valueOf(part.substring(star + 1))));
    }
    return components;
  }
}
