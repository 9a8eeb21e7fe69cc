package dev.crossdock.routing.criteria;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the description of a criterion from its record. */
final class Descriptions {

  private Descriptions() {}

  /** @throws IllegalArgumentException for a rating that has a parameter without a begin */
  static Description of(Model model) {
    Kind kind = model.kind();
    List<Field> parameters = model.slots().stream().map(Slot::field).toList();
    if (Filter.class.isAssignableFrom(model.type())) {
      return new Description(kind.type(), kind.title(), kind.help(), true, null, null, parameters);
    }
    List<Fault> faults = new ArrayList<>();
    if (model.read(JsonNodeFactory.instance.objectNode(), "", faults) instanceof Rating rating) {
      return new Description(
          kind.type(), kind.title(), kind.help(), false, rating.unit(), rating.over(), parameters);
    }
    throw new IllegalArgumentException("a rating has something to begin with everywhere: " + kind.type() + faults);
  }
}
