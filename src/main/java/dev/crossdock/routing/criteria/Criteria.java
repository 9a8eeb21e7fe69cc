package dev.crossdock.routing.criteria;

import dev.crossdock.platform.config.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All criteria there are, found by scan below {@code routing.criteria}, and their JSON: an object with {@code type} and
 * a member for each parameter. What is left out holds as the parameter begins. Used by many threads at once.
 */
public final class Criteria {

  static final String TYPE = "type";

  private static final class Found {
    static final Criteria ALL = new Criteria(CriteriaScan.below(Criteria.class.getPackageName()));
  }

  private final SequencedMap<String, Model> models = new TreeMap<>();
  private final Map<Class<?>, Model> byClass;
  private final List<Description> descriptions;

  /** @throws IllegalArgumentException where one is not written as criteria are, or two have the same type */
  Criteria(Collection<Class<? extends Criterion>> types) {
    for (Class<? extends Criterion> type : types) {
      Model model = new Model(type);
      Model twin = models.put(model.kind().type(), model);
      if (twin != null) {
        throw new IllegalArgumentException(
            type.getName() + " and " + twin.type().getName() + " are both called " + model.kind().type());
      }
    }
    byClass = models.values().stream().collect(Collectors.toUnmodifiableMap(Model::type, model -> model));
    descriptions = models.values().stream().map(Descriptions::of).toList();
  }

  /** The product's own. */
  public static Criteria all() {
    return Found.ALL;
  }

  /** What there is, in the order of the types. */
  public List<Description> describe() {
    return descriptions;
  }

  /** What is known of one type. */
  public Optional<Description> describe(String type) {
    return descriptions.stream().filter(description -> description.type().equals(type)).findFirst();
  }

  /**
   * Reads a criterion, whatever it is given; never throws.
   *
   * @param path where it stands, as a JSON pointer; empty for a document of its own. Faults are told below it.
   */
  public Decoded decode(JsonNode node, String path) {
    List<Fault> faults = new ArrayList<>();
    Model model = model(node, path, faults);
    Criterion criterion = null;
    if (model != null) {
      strangers(model, node, path, faults);
      criterion = model.read(node, path, faults);
    }
    return criterion == null || !faults.isEmpty() ? new Decoded.Wrong(faults) : new Decoded.Read(criterion);
  }

  /** The JSON from which the same criterion is read again: all parameters, sets in a fixed order. */
  public ObjectNode encode(Criterion criterion) {
    Model model = byClass.get(criterion.getClass());
    if (model == null) {
      throw new IllegalArgumentException(criterion.getClass().getName() + " is no criterion of these");
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(TYPE, model.kind().type());
    for (Slot slot : model.slots()) {
      json.set(slot.field().name(), ValueWriter.write(Model.value(slot, criterion)));
    }
    return json;
  }

  /** The criterion with its parameters in words: {@code Within 500 km}. */
  public String sentence(Criterion criterion) {
    return criterion.sentence();
  }

  /** What the JSON of a criterion may look like, as a JSON Schema that OpenAPI 3.1 takes. */
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode any = schema.putArray("oneOf");
    descriptions.forEach(description -> any.add(Schemas.of(description)));
    schema.putObject("discriminator").put("propertyName", TYPE);
    return schema;
  }

  private @Nullable Model model(JsonNode node, String path, List<Fault> faults) {
    JsonNode told = node.isObject() ? node.get(TYPE) : null;
    if (told == null || !told.isString()) {
      boolean object = node.isObject();
      faults.add(new Fault(object ? path + "/" + TYPE : path, object ? "must name a criterion" : "must be an object"));
      return null;
    }
    Model model = models.get(told.stringValue());
    if (model == null) {
      String meant = meant(told.stringValue(), models.keySet());
      faults.add(new Fault(path + "/" + TYPE, "there is no criterion of this name" + meant));
    }
    return model;
  }

  private static void strangers(Model model, JsonNode node, String path, List<Fault> faults) {
    List<String> names = model.names();
    for (String name : node.propertyNames()) {
      if (!name.equals(TYPE) && !names.contains(name)) {
        String at = path + "/" + name.replace("~", "~0").replace("/", "~1");
        faults.add(new Fault(at, "there is no parameter of this name" + meant(name, names)));
      }
    }
  }

  private static String meant(String word, Collection<String> words) {
    return Nearest.to(word, words).map(near -> " (did you mean " + near + "?)").orElse("");
  }
}
