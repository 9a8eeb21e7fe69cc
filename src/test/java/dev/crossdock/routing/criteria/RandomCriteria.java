package dev.crossdock.routing.criteria;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON of criteria by chance, each parameter within its limits; the same seed gives the same. */
final class RandomCriteria {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MANY = 3;

  private final Random random;

  RandomCriteria(long seed) {
    random = new Random(seed);
  }

  ObjectNode json(Description description) {
    ObjectNode json = JSON.objectNode().put(Criteria.TYPE, description.type());
    description.parameters().forEach(field -> json.set(field.name(), value(field)));
    return json;
  }

  private JsonNode value(Field field) {
    return switch (field.shape()) {
      case INTEGER -> whole(field);
      case DECIMAL -> JSON.numberNode(Math.min(field.max(), field.min() + random.nextInt(400) / 4.0));
      case FLAG -> JSON.booleanNode(random.nextBoolean());
      case TEXT, CHOICE -> JSON.stringNode(word(field));
      case TEXTS, CHOICES, TEXT_LIST, CHOICE_LIST -> many(field);
      case TIME -> JSON.stringNode(LocalTime.of(random.nextInt(24), random.nextInt(60)).toString());
      case SPAN -> JSON.stringNode(
          Duration.ofMinutes((long) field.min() + random.nextLong((long) (field.max() - field.min()) + 1)).toString());
    };
  }

  /** Often near the least, where most rules turn. */
  private JsonNode whole(Field field) {
    long span = (long) (field.max() - field.min()) + 1;
    long value = (long) field.min() + random.nextLong(random.nextBoolean() ? Math.min(span, 50) : span);
    return field.max() > Integer.MAX_VALUE ? JSON.numberNode(value) : JSON.numberNode((int) value);
  }

  private ArrayNode many(Field field) {
    TreeSet<String> words = new TreeSet<>();
    int least = Math.max((int) field.min(), random.nextInt(MANY));
    while (words.size() < least) {
      words.add(word(field));
    }
    ArrayNode list = JSON.arrayNode();
    words.forEach(list::add);
    return list;
  }

  private String word(Field field) {
    List<String> words =
        field.choices().isEmpty()
            ? switch (field.names()) {
              case COUNTRY -> List.of("DE", "FR", "GB", "US");
              case DESTINATION -> List.of("DE", "US-UT", "US", "GB-NIR");
              case CURRENCY -> List.of("EUR", "USD", "JPY");
              case ANYTHING, LOCATION, LOCATION_TAG, ITEM_TAG, PROGRAMME, CARRIER ->
                  List.of("prime", "fast", "alcohol", "P1", "P2", "licensed");
            }
            : field.choices();
    return words.get(random.nextInt(words.size()));
  }
}
