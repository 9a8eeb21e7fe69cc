package dev.crossdock.routing.network;

import dev.crossdock.inventory.ItemError;
import java.util.List;

/**
 * What became of a request to keep something: what is known now (new, changed, or as it was), and what was refused by
 * name. The refused harm no other.
 *
 * @param changed how many of the stored told something new
 */
public record Told<T>(List<Kept<T>> stored, int changed, List<ItemError> errors) {

  public Told {
    stored = List.copyOf(stored);
    errors = List.copyOf(errors);
  }
}
