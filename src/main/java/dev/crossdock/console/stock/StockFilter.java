package dev.crossdock.console.stock;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the list of stock is narrowed and sorted by, as the address says.
 *
 * @param low at most so many may be promised; empty for any number
 * @param after where the page before ended; empty for the first page
 */
record StockFilter(
    String text, String location, String low, boolean fenced, boolean drifted, boolean scarce, String after) {

  private static final String ON = "on";

  static StockFilter of(Sent sent) {
    Long low = Sent.number(sent.text("low"));
    return new StockFilter(
        sent.text("q"), sent.text("location"), low == null || Math.abs(low) > 1_000_000_000 ? "" : low.toString(),
        sent.text("fenced").equals(ON), sent.text("drifted").equals(ON), sent.text("sort").equals("available"),
        sent.text("after"));
  }

  /** Whether it asks for anything that levels decide. */
  boolean narrows() {
    return !location.isEmpty() || !low.isEmpty() || fenced || drifted || scarce;
  }

  /** The first page of the same list; where the next one begins is put behind it. */
  String href() {
    return StockNav.LEVELS.href() + "?q=" + encoded(text) + "&location=" + encoded(location) + "&low=" + low
        + (fenced ? "&fenced=on" : "") + (drifted ? "&drifted=on" : "") + (scarce ? "&sort=available" : "");
  }

  StockList.Filter shown(List<Location> places, String skipped) {
    List<Choice.Option> options = new ArrayList<>(List.of(new Choice.Option("", "All locations")));
    places.forEach(place -> options.add(new Choice.Option(place.code(), place.name())));
    return new StockList.Filter(
        new Choice("location", "Location", location, options, null), low, fenced, drifted,
        new Choice(
            "sort", "Sort by", scarce ? "available" : "sku",
            List.of(new Choice.Option("sku", "SKU"), new Choice.Option("available", "Available, least first")), null),
        narrows(), skipped);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
