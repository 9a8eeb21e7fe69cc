package dev.crossdock.console.routing.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.routing.policies.RuleView.Criterion;
import dev.crossdock.console.routing.policies.RuleView.Input;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Decoded;
import dev.crossdock.routing.criteria.Description;
import dev.crossdock.routing.criteria.Field;
import dev.crossdock.routing.policies.PolicyReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EditorTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PolicyReader READER = new PolicyReader(new Expressions());
  private static final String POLICY = """
      {"name": "europe", "rules": [
        {"name": "one", "when": {"all": [
            {"field": "channel", "op": "is", "value": "amazon"},
            {"not": {"any": [{"field": "country", "op": "in", "value": ["DE", "AT"]},
                {"expression": "units > 3\\n&& lines < 9"}]}},
            {"any": [{"field": "total", "op": "between",
                "value": [{"amount": "10.50", "currency": "EUR"}, {"amount": "20.00", "currency": "EUR"}]},
              {"field": "weekday", "op": "in", "value": ["MONDAY", "FRIDAY"], "zone": "Europe/Berlin"},
              {"field": "hazmat", "op": "is", "value": false},
              {"field": "weightGrams", "op": "between", "value": [10, 2000]},
              {"field": "region", "op": "is unknown"}]}]},
         "decide": {"at": ["10:00", "14:00"], "zone": "Europe/Berlin"},
         "from": {"kinds": ["STORE", "WAREHOUSE"], "codes": ["BER"], "tags": ["cold", "near the sea"]},
         "split": {"parcelsMost": 3, "linesWhole": true, "worth": {"parcel": 490, "daySaved": 120},
            "consolidate": {"transferDays": 2, "waitDaysMost": 5}},
         "otherwise": {"do": "hold", "note": "Ask Jo"}},
        {"name": "two", "enabled": false, "decide": {"every": "PT45M"},
         "otherwise": {"do": "backorder", "shipRest": false}},
        {"name": "three", "otherwise": {"do": "cancel by", "days": 9}}]}
      """;

  @Test
  void sendsBackWhatItShows() {
    for (int rule = 0; rule < 3; rule++) {
      assertThat(read(send(policy(), rule, "save:rule").json())).as("rule " + rule).isEqualTo(read(policy()));
    }
  }

  @Test
  void sendsBackEveryCriterionAsItWas() {
    int seen = 0;
    for (Description description : Criteria.all().describe()) {
      ObjectNode criterion = sample(description);
      if (Criteria.all().decode(criterion, "") instanceof Decoded.Read) {
        ObjectNode policy = policy();
        ObjectNode rule = (ObjectNode) policy.get("rules").get(1);
        if (description.filter()) {
          rule.putArray("filters").add(criterion);
        } else {
          ObjectNode step = rule.putObject("prefer").putArray("inTurn").addObject().put("band", 5);
          step.set("rating", criterion);
        }
        assertThat(read(send(policy, 1, "save:rule").json())).as(criterion.toString()).isEqualTo(read(policy));
        seen++;
      }
    }
    assertThat(seen).as("criteria tried").isGreaterThan(Criteria.all().describe().size() / 2);
  }

  @Test
  void keepsWhatNobodyCanRead() {
    ObjectNode policy = send(policy(), 2, "save:rule", "n:/otherwise/days", "soon").json();

    assertThat(policy.at("/rules/2/otherwise/days").asString()).isEqualTo("soon");
    assertThat(READER.read(policy)).isInstanceOf(PolicyReader.Decoded.Wrong.class);
    RuleView view = view(policy, 2);
    assertThat(view.otherwise().getLast().value()).isEqualTo("soon");
    assertThat(view.otherwise().getLast().errors()).hasSize(1);
  }

  @Test
  void tellsWhatIsWrongWithTimesBesideThem() {
    ObjectNode policy = send(policy(), 2, "save:rule", "l:/decide/at", "10:00, noon", "s:/decide/zone", "Mars").json();

    List<Input> inputs = view(policy, 2).decide();
    assertThat(inputs.get(0).value()).contains("noon");
    assertThat(inputs.get(0).errors()).hasSize(1);
    assertThat(inputs.get(1).errors()).hasSize(1);
    ObjectNode emptied = send(policy, 2, "save:rule", "l:/decide/at", "").json();
    assertThat(emptied.at("/rules/2/decide").isMissingNode()).isTrue();
  }

  @Test
  void movesCopiesSwitchesAndRemovesRules() {
    assertThat(names(send(policy(), 0, "down:0").json())).containsExactly("two", "one", "three");
    assertThat(send(policy(), 0, "down:0").open()).isEqualTo(1);
    assertThat(names(send(policy(), 0, "to:0", "place", "3").json())).containsExactly("two", "three", "one");
    assertThat(names(send(policy(), 0, "up:0").json())).containsExactly("one", "two", "three");
    assertThat(names(send(policy(), 1, "copy:0").json())).containsExactly("one", "one, copy", "two", "three");
    assertThat(names(send(policy(), 1, "drop:0").json())).containsExactly("two", "three");
    assertThat(send(policy(), 1, "drop:0").open()).isZero();
    assertThat(send(policy(), 1, "toggle:1").json().at("/rules/1/enabled").isMissingNode()).isTrue();
    assertThat(names(send(policy(), 1, "new:0").json())).containsExactly("one", "two", "three", "new rule");
  }

  @Test
  void buildsConditions() {
    ObjectNode one = send(policy(), 1, "test:/when").json();
    assertThat(one.at("/rules/1/when/all/0/field").asString()).isEqualTo("channel");
    ObjectNode two = send(one, 1, "save:rule", "s:/when/all/0/field", "units").json();
    assertThat(two.at("/rules/1/when/all/0/op").asString()).as("an operator that numbers have").isEqualTo("is");
    ObjectNode none = send(two, 1, "save:rule", "form:/when", "none").json();
    assertThat(none.at("/rules/1/when/not/any/0/field").asString()).isEqualTo("units");
    assertThat(send(none, 1, "remove:/when/not/any/0", "form:/when", "all").json().at("/rules/1/when").isMissingNode())
        .isFalse();
  }

  @Test
  void takesNoHarmFromFormsNobodyShowed() {
    for (String deed : List.of("remove:/..", "up:99999", "to:x", "remove:/when/all/7", ":", "filter:", "up:-1", "x")) {
      assertThat(names(send(policy(), 0, deed).json())).as(deed).containsExactly("one", "two", "three");
    }
    MultiValueMap<String, String> wild = new LinkedMultiValueMap<>();
    wild.add("rule", "0");
    wild.add("s:/name", "x");
    wild.add("s:" + "/a".repeat(500), "deep");
    wild.add("n:/when", "1e999999999");
    wild.add("form:/when/..", "any");
    wild.add("s:/filters/999/type", "x");
    assertThat(READER.read(new Typed(wild).over(policy()).json())).isInstanceOf(PolicyReader.Decoded.Wrong.class);
  }

  private static ObjectNode policy() {
    return (ObjectNode) JSON.readTree(POLICY);
  }

  private static PolicyReader.Decoded read(JsonNode json) {
    return READER.read(json);
  }

  private static List<String> names(ObjectNode policy) {
    return policy.get("rules").valueStream().map(rule -> Nodes.text(rule, "name")).toList();
  }

  private static RuleView view(ObjectNode policy, int rule) {
    List<Fault> faults = read(policy) instanceof PolicyReader.Decoded.Wrong(List<Fault> wrong) ? wrong : List.of();
    return new RuleMaker((ObjectNode) policy.get("rules").get(rule).deepCopy(), rule, faults).view("");
  }

  /** Fills in the form as a browser does, with some fields typed over, and presses a button. */
  private static Typed.Edited send(ObjectNode policy, int rule, String deed, String... typed) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("rule", String.valueOf(rule));
    form.add("policy-name", Nodes.text(policy, "name"));
    form.add("do", deed);
    RuleView view = view(policy, rule);
    List<Input> inputs = new ArrayList<>(List.of(view.name(), view.prefer()));
    inputs.addAll(view.decide());
    inputs.addAll(view.from());
    inputs.addAll(view.split());
    inputs.addAll(view.otherwise());
    view.filters().forEach(filter -> criterion(form, inputs, filter, "/type"));
    view.ratings().forEach(rating -> criterion(form, inputs, rating, "/rating/type"));
    group(view.when(), inputs);
    inputs.forEach(input -> fill(form, input));
    if (!view.enabled()) {
      form.add("b:/enabled", "false");
    }
    for (int i = 0; i < typed.length; i += 2) {
      form.set(typed[i], typed[i + 1]);
    }
    return new Typed(form).over(policy);
  }

  private static void criterion(
      MultiValueMap<String, String> form, List<Input> inputs, Criterion criterion, String type) {
    form.add("s:" + criterion.path() + type, criterion.type());
    inputs.addAll(criterion.inputs());
  }

  private static void group(RuleView.Group group, List<Input> inputs) {
    inputs.add(group.form());
    for (RuleView.Part part : group.parts()) {
      switch (part) {
        case RuleView.Group inner -> group(inner, inputs);
        case RuleView.Test test -> inputs.addAll(test.inputs());
        case RuleView.Expression expression -> inputs.add(expression.text());
      }
    }
  }

  private static void fill(MultiValueMap<String, String> form, Input input) {
    switch (input.kind()) {
      case "boxes" -> {
        form.add(input.name(), "");
        input.options().stream().filter(RuleView.Option::chosen).forEach(o -> form.add(input.name(), o.value()));
      }
      case "select" -> form.add(
          input.name(),
          input.options().stream().filter(RuleView.Option::chosen).findFirst().orElse(input.options().getFirst())
              .value());
      default -> form.add(input.name(), input.value());
    }
  }

  private static ObjectNode sample(Description description) {
    ObjectNode criterion = JSON.createObjectNode().put("type", description.type());
    for (Field field : description.parameters()) {
      if (field.required()) {
        criterion.set(field.name(), value(field));
      }
    }
    return criterion;
  }

  private static JsonNode value(Field field) {
    String word = switch (field.names()) {
      case COUNTRY, DESTINATION -> "DE";
      case CURRENCY -> "EUR";
      case ANYTHING, LOCATION, LOCATION_TAG, ITEM_TAG, PROGRAMME, CARRIER -> "some";
    };
    return switch (field.shape()) {
      case INTEGER -> Nodes.JSON.numberNode((long) Math.ceil(field.min()) + 1);
      case DECIMAL -> Nodes.JSON.numberNode(field.min() + 0.5);
      case FLAG -> Nodes.JSON.booleanNode(true);
      case TEXT -> Nodes.JSON.stringNode(word);
      case CHOICE -> Nodes.JSON.stringNode(field.choices().getLast());
      case TEXTS, TEXT_LIST -> list(word);
      case CHOICES, CHOICE_LIST -> list(field.choices().getFirst());
      case TIME -> Nodes.JSON.stringNode("14:30");
      case SPAN -> Nodes.JSON.stringNode("PT1H30M");
    };
  }

  private static ArrayNode list(String... words) {
    ArrayNode list = Nodes.JSON.arrayNode();
    Arrays.stream(words).forEach(list::add);
    return list;
  }
}
