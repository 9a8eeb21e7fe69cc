package dev.crossdock.routing.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import criteriafixture.EveryKind;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Decoded.Read;
import dev.crossdock.routing.criteria.Decoded.Wrong;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a criterion is read, written and described, on one that has every kind of parameter. */
class CriteriaTest {

  private static final String LEAST = "{'type':'every-kind','large':7,'countries':['DE']}";

  private final Criteria criteria = new Criteria(List.of(EveryKind.class));

  @Test
  void whatIsLeftOutHoldsAsItBegins() {
    assertThat(criteria.decode(json(LEAST), "")).isEqualTo(new Read(new EveryKind(
        2, 7, 0.5, false, "EUR", Unknown.STAY, Set.of("DE"), Set.of(), List.of(), List.of(), LocalTime.of(8, 0),
        Duration.ofHours(1))));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    EveryKind one = new EveryKind(
        10, 123_456_789_012L, 0.25, false, "USD", Unknown.OUT, Set.of("FR", "DE"),
        Set.of(LocationKind.STORE, LocationKind.THREE_PL), List.of("B", "A"),
        List.of(LocationKind.WAREHOUSE, LocationKind.STORE), LocalTime.of(23, 59), Duration.ofMinutes(90));

    assertThat(criteria.encode(one)).hasToString(
        "{\"type\":\"every-kind\",\"whole\":10,\"large\":123456789012,\"share\":0.25,\"flag\":false,"
            + "\"currency\":\"USD\",\"unknown\":\"OUT\",\"countries\":[\"DE\",\"FR\"],"
            + "\"kinds\":[\"STORE\",\"THREE_PL\"],"
            + "\"order\":[\"B\",\"A\"],\"kindOrder\":[\"WAREHOUSE\",\"STORE\"],"
            + "\"from\":\"23:59\",\"span\":\"PT1H30M\"}");
    assertThat(criteria.decode(criteria.encode(one), "")).isEqualTo(new Read(one));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      whole     | 0                | must be at least 1 and at most 10
      whole     | 1.5              | must be a whole number
      whole     | "2"              | must be a whole number
      whole     | null             | must be a whole number
      large     | 99999999999999999999 | must be at least 0 and at most 1000000000000000
      share     | 1.01             | must be at least 0 and at most 1
      share     | 1e999            | must be at least 0 and at most 1
      share     | true             | must be a number
      flag      | "true"           | must be true or false
      currency  | "EURO"           | must be a currency's code (ISO 4217), such as EUR
      currency  | ""               | must be a text that is not empty
      unknown   | "STYA"           | must be one of STAY, OUT (did you mean STAY?)
      unknown   | 1                | must be one of STAY, OUT
      countries | []               | must have at least 1 and at most 1000 elements
      countries | "DE"             | must be a list
      order     | ["A","B","C","D"]| must have at least 0 and at most 3 elements
      from      | "24:00"          | must be a time of day such as 14:30
      from      | "8:00"           | must be a time of day such as 14:30
      from      | "08:00:01"       | must be a time of day such as 14:30
      span      | "1h"             | must be a span such as PT1H30M
      span      | "PT3H"           | must be at least 0 and at most 120 minutes
      span      | "-PT3H"          | must be at least 0 and at most 120 minutes
      """)
  void eachValueIsHeldToItsRule(String parameter, String value, String rule) {
    JsonNode node = json("{'type':'every-kind','large':7,'countries':['DE'],'" + parameter + "':" + value + "}");

    assertThat(criteria.decode(node, "/filters/3"))
        .isEqualTo(new Wrong(List.of(new Fault("/filters/3/" + parameter, rule))));
  }

  @Test
  void elementsAreToldByTheirPlace() {
    assertThat(criteria.decode(json("{'type':'every-kind','large':1,'countries':['DE','de','DE']}"), ""))
        .isEqualTo(new Wrong(List.of(
            new Fault("/countries/1", "must be a country's code in capitals (ISO 3166-1), such as DE"),
            new Fault("/countries/2", "stands there twice"))));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(criteria.decode(json("{'type':'every-kind','wohle':3,'a/b':1,'whole':99}"), "/f"))
        .isEqualTo(new Wrong(List.of(
            new Fault("/f/wohle", "there is no parameter of this name (did you mean whole?)"),
            new Fault("/f/a~1b", "there is no parameter of this name"),
            new Fault("/f/whole", "must be at least 1 and at most 10"),
            new Fault("/f/large", "is missing"),
            new Fault("/f/countries", "is missing"))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      {"type":"evry-kind"} | /type | there is no criterion of this name (did you mean every-kind?)
      {"type":"xx"}        | /type | there is no criterion of this name
      {"type":7}           | /type | must name a criterion
      {}                   | /type | must name a criterion
      """)
  void aCriterionIsFoundByItsType(String node, String path, String rule) {
    assertThat(criteria.decode(json(node), "")).isEqualTo(new Wrong(List.of(new Fault(path, rule))));
  }

  @Test
  void whatIsNoObjectIsRefused() {
    for (String node : List.of("[]", "null", "\"every-kind\"", "3")) {
      assertThat(criteria.decode(json(node), "/x"))
          .isEqualTo(new Wrong(List.of(new Fault("/x", "must be an object"))));
    }
  }

  @Test
  void aRecordMayRefuseWhatItsParametersAreTogether() {
    JsonNode node = json("{'type':'every-kind','large':7,'countries':['DE'],'whole':10,'flag':true}");

    assertThat(criteria.decode(node, "/x")).isEqualTo(new Wrong(List.of(new Fault("/x", "must not have both"))));
  }

  @Test
  void longNamesAreNoTrouble() {
    String word = "e".repeat(40_000);

    assertThat(criteria.decode(json("{'type':'" + word + "'}"), "")).isInstanceOf(Wrong.class);
    assertThat(criteria.decode(json("{'type':'every-kind','" + word + "':1}"), "")).isInstanceOf(Wrong.class);
  }

  @Test
  void formAndSchemaFollowFromTheRecord() {
    Description told = criteria.describe("every-kind").orElseThrow();

    assertThat(told.filter()).isTrue();
    assertThat(told.parameters()).extracting(Field::shape).containsExactly(
        Shape.INTEGER, Shape.INTEGER, Shape.DECIMAL, Shape.FLAG, Shape.TEXT, Shape.CHOICE, Shape.TEXTS, Shape.CHOICES,
        Shape.TEXT_LIST, Shape.CHOICE_LIST, Shape.TIME, Shape.SPAN);
    assertThat(told.parameters()).filteredOn(Field::required).extracting(Field::name)
        .containsExactly("large", "countries");
    JsonNode schema = criteria.schema().at("/oneOf/0");
    assertThat(schema.at("/required")).hasToString("[\"type\",\"large\",\"countries\"]");
    assertThat(schema.at("/properties/whole"))
        .hasToString("{\"title\":\"Whole\",\"type\":\"integer\",\"minimum\":1,\"maximum\":10,\"default\":2}");
    assertThat(schema.at("/properties/kinds/items/enum").get(0).stringValue()).isEqualTo("WAREHOUSE");
  }

  @Test
  void whatGoesWithoutSayingIsNotSaid() {
    for (Description told : Criteria.all().describe()) {
      if (Criteria.all().decode(json("{'type':'" + told.type() + "'}"), "") instanceof Decoded.Read(Criterion begin)) {
        assertThat(begin.sentence()).doesNotContain("(", "known", "minor units");
        if (!told.filter()) {
          assertThat(begin.sentence()).as(told.type()).doesNotContainPattern("[0-9]");
        }
      }
    }
    assertThat(Criteria.all().decode(json("{'type':'landed-cost','packaging':250,'assumePostage':990}"), ""))
        .isInstanceOfSatisfying(
            Decoded.Read.class,
            read -> assertThat(read.criterion().sentence())
                .isEqualTo("Least landed cost (packaging 2.50, postage 9.90 where no rate card tells)"));
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> new Criteria(List.of(EveryKind.class, EveryKind.class)))
        .hasMessageContaining("both called every-kind");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
