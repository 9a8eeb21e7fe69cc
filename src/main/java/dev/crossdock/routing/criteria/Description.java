package dev.crossdock.routing.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A criterion as an editor, a schema and a page about it need it.
 *
 * @param type its name in policies
 * @param filter whether it keeps places out; else it rates what they would ship
 * @param unit in what a rating is measured; null for a filter
 * @param over how a rating takes the parcels of a plan together; null for a filter
 * @param parameters in the order of the record's components
 */
public record Description(
    String type,
    String title,
    String help,
    boolean filter,
    Rating.@Nullable Unit unit,
    Rating.@Nullable Over over,
    List<Field> parameters) {

  public Description {
    parameters = List.copyOf(parameters);
  }
}
