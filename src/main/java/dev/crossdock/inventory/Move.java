package dev.crossdock.inventory;

import java.util.UUID;

/** Units promised to one line of a document, to be promised from another location instead. */
public record Move(UUID document, int line, String sku, String from, String to, int units) {

  public Move {
    Quantities.requireUnits(units);
    if (from.equals(to)) {
      throw new IllegalArgumentException("a move needs two locations, not " + from + " twice");
    }
  }
}
