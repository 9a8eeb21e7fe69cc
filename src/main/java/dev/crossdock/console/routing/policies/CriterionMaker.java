package dev.crossdock.console.routing.policies;

import dev.crossdock.console.routing.policies.RuleView.Criterion;
import dev.crossdock.console.routing.policies.RuleView.Input;
import dev.crossdock.console.routing.policies.RuleView.Option;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Description;
import dev.crossdock.routing.criteria.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the forms of filters and ratings from how they describe themselves. */
final class CriterionMaker {

  private final Inputs inputs;
  private final Faults faults;

  CriterionMaker(Inputs inputs, Faults faults) {
    this.inputs = inputs;
    this.faults = faults;
  }

  /** Those that may be added. */
  static List<Option> known(boolean filters) {
    return Criteria.all().describe().stream()
        .filter(description -> description.filter() == filters)
        .map(description -> new Option(description.type(), description.title(), false))
        .toList();
  }

  /**
   * The form of one.
   *
   * @param path where it stands in the rule
   * @param besides inputs that do not belong to the criterion itself
   */
  Criterion of(JsonNode json, String path, String item, boolean first, List<Input> besides) {
    String type = Nodes.text(json, "type");
    Optional<Description> known = Criteria.all().describe(type);
    List<Input> all = new ArrayList<>();
    known.ifPresent(description ->
        description.parameters().forEach(field -> all.add(input(field, path + "/" + field.name()))));
    all.addAll(besides);
    String title = known.map(Description::title).orElse(type.isEmpty() ? "Nothing chosen" : type);
    return new Criterion(
        item, type, title, known.map(Description::help).orElse(""), all, first, faults.below(item));
  }

  private Input input(Field field, String pointer) {
    String label = field.unit().isEmpty() ? field.title() : field.title() + ", " + field.unit();
    JsonNode told = inputs.at(pointer);
    JsonNode value = told == null ? field.begin() : told;
    Input input = switch (field.shape()) {
      case INTEGER, DECIMAL -> inputs.text(FormJson.NUMBER, pointer, label, field.help(), null);
      case FLAG -> inputs.select(
          FormJson.FLAG, pointer, label, Inputs.flag(Nodes.text(value).equals("true"), "yes", "no"), false);
      case CHOICE -> inputs.select(
          FormJson.TEXT, pointer, label, Inputs.options(field.choices(), List.of(Nodes.text(value))), false);
      case CHOICES, CHOICE_LIST ->
          inputs.boxes(pointer, label, field.help(), Inputs.options(field.choices(), Nodes.texts(value)));
      case TEXTS, TEXT_LIST -> inputs.text(
          FormJson.WORDS, pointer, label, (field.help() + " Several with commas between.").strip(), list(field));
      case TIME -> inputs.time(pointer, label, field.help());
      case SPAN -> inputs.text(
          FormJson.TEXT, pointer, label, (field.help() + " As PT1H30M: an hour and a half.").strip(), null);
      case TEXT -> inputs.text(FormJson.TEXT, pointer, label, field.help(), list(field));
    };
    return told != null ? input : new Input(
        input.kind(), input.name(), input.id(), input.label(), Nodes.text(value), input.hint(), input.list(),
        input.options(), input.reshapes(), input.errors());
  }

  private static @Nullable String list(Field field) {
    return switch (field.names()) {
      case LOCATION -> "locations";
      case LOCATION_TAG -> "location-tags";
      case COUNTRY, DESTINATION -> "countries";
      case ITEM_TAG -> "item-tags";
      case PROGRAMME -> "programmes";
      case CARRIER -> "carriers";
      case CURRENCY, ANYTHING -> null;
    };
  }

  /** What it counts, for a rating in a sum of money. */
  static String worth(String type) {
    return Criteria.all().describe(type)
        .map(Description::unit)
        .map(unit -> switch (unit) {
          case MONEY -> "Counts so many times";
          case KILOMETRES -> "Cents a kilometre";
          case DAYS -> "Cents a day";
          case UNITS -> "Cents a unit";
          case PARCELS -> "Cents a parcel";
          case POINTS -> "Cents a point";
        })
        .orElse("Cents for one");
  }

  static String band(String type) {
    return Criteria.all().describe(type)
        .map(Description::unit)
        .map(unit -> "Equal within, " + (switch (unit) {
          case MONEY -> "cents";
          case KILOMETRES -> "km";
          case DAYS -> "days";
          case UNITS -> "units";
          case PARCELS -> "parcels";
          case POINTS -> "points";
        }))
        .orElse("Equal within");
  }
}
