package dev.crossdock.routing.facts;

import java.util.List;

/** What one place would ship of an order. */
public record Parcel(Place place, List<Part> parts) {

  public Parcel {
    parts = List.copyOf(parts);
  }

  /** Units of a line. */
  public record Part(LineFacts line, int units) {}

  public int units() {
    return parts.stream().mapToInt(Part::units).sum();
  }

  /** Its weight and what is special about it; units of unknown weight count nothing. */
  public Tariffs.Load load() {
    long grams = 0;
    int longest = 0;
    boolean oversize = false;
    boolean hazmat = false;
    for (Part part : parts) {
      ItemFacts item = part.line().item();
      grams += item.weightGrams() == null ? 0 : (long) item.weightGrams() * part.units();
      longest = Math.max(longest, item.longestMm() == null ? 0 : item.longestMm());
      oversize |= item.oversize();
      hazmat |= item.hazmat() != null;
    }
    return new Tariffs.Load(grams, longest, oversize, hazmat);
  }
}
