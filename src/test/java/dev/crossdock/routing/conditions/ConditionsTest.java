package dev.crossdock.routing.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.OrderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConditionsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OrderFacts BERLIN = Orders.from("amazon");

  private final Expressions expressions = new Expressions();
  private final List<Fault> faults = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'field':'channel','op':'is','value':'amazon'}",
        "{'field':'channel','op':'not in','value':['ebay','shopify']}",
        "{'field':'channel','op':'starts with','value':['x','ama']}",
        "{'field':'country','op':'in','value':['AT','DE']}",
        "{'field':'postalCode','op':'starts with','value':['1 01']}",
        "{'field':'weekday','op':'is','value':'SATURDAY','zone':'UTC'}",
        "{'field':'weekday','op':'is','value':'SUNDAY','zone':'Europe/Berlin'}",
        "{'field':'hour','op':'between','value':[0,0],'zone':'Europe/Berlin'}",
        "{'field':'total','op':'at least','value':{'amount':'42.00','currency':'EUR'}}",
        "{'field':'total','op':'between','value':[{'amount':'1','currency':'EUR'},{'amount':'42','currency':'EUR'}]}",
        "{'field':'units','op':'is','value':2}",
        "{'field':'lines','op':'at most','value':1}",
        "{'field':'weightGrams','op':'at least','value':2000}",
        "{'field':'skus','op':'starts with','value':['SH']}",
        "{'field':'skus','op':'contains any','value':['SHIRT','HAT']}",
        "{'field':'itemTags','op':'contains all','value':['textile']}",
        "{'field':'itemTags','op':'contains none','value':['glass']}",
        "{'field':'hazmat','op':'is','value':false}",
        "{'field':'temperatures','op':'contains any','value':['AMBIENT']}",
        "{'field':'tags','op':'contains any','value':['prime']}",
        "{'field':'customerOrders','op':'at least','value':3}",
        "{'field':'business','op':'is','value':true}",
        "{'field':'pickup','op':'is','value':false}",
        "{'field':'hoursToShipBy','op':'between','value':[20,20]}",
        "{'field':'hoursSincePlaced','op':'at least','value':30}",
        "{'field':'daysToDeliverBy','op':'is unknown'}",
        "{'field':'priority','op':'is not','value':4}",
      })
  void matchesTheOrderToBerlin(String json) {
    assertThat(objection(json, BERLIN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'not':{'field':'channel','op':'is','value':'ebay'}}",
        "{'any':[{'field':'region','op':'is','value':'BY'},{'field':'region','op':'is','value':'BE'}]}",
        "{'all':[]}",
        "{'expression':'total >= 4200 && currency == \"EUR\"'}",
        "{'expression':'now.getDayOfWeek(\"Europe/Berlin\") == 0'}",
        "{'expression':'skus.exists(s, s.startsWith(\"SH\")) && unitsOf[\"SHIRT\"] == 2'}",
        "{'expression':'!(\"lastLocation\" in known) && \"country\" in known'}",
        "{'expression':'lastLocation == \"X\" || channel == \"amazon\"'}",
      })
  void matchesTheOrderToBerlinInGroupsAndExpressions(String json) {
    assertThat(objection(json, BERLIN)).isNull();
  }

  @Test
  void tellsWhyItDoesNotMatch() {
    assertThat(objection("{'field':'channel','op':'is','value':'ebay'}", BERLIN))
        .isEqualTo("asks that the channel is ebay, and it is amazon");
    assertThat(objection("{'field':'total','op':'at least','value':{'amount':'100','currency':'EUR'}}", BERLIN))
        .isEqualTo("asks that the total is at least 100.00 EUR, and it is 42.00 EUR");
    assertThat(objection("{'field':'tags','op':'contains all','value':['prime','gift']}", BERLIN))
        .isEqualTo("asks that the order's tags has all of prime, gift, and it has prime");
    String either = "{'any':[{'field':'units','op':'is','value':7},{'field':'lines','op':'is','value':7}]}";
    assertThat(objection(either, BERLIN))
        .isEqualTo("asks that the number of units is 7 or the number of lines is 7, and none of it is so");
    assertThat(objection("{'not':{'field':'channel','op':'is','value':'amazon'}}", BERLIN))
        .isEqualTo("asks that it is not so that the channel is amazon, and it is");
    assertThat(objection("{'expression':'units > 5'}", BERLIN))
        .isEqualTo("asks that this is true: units > 5, and it is not");
  }

  @Test
  void keepsWhereTheOrderGoesToItself() {
    for (String json :
        List.of(
            "{'field':'country','op':'is','value':'AT'}", "{'field':'region','op':'is','value':'BY'}",
            "{'field':'postalCode','op':'starts with','value':['80']}",
            "{'expression':'int(postalCode + \"x\") > 5'}")) {
      assertThat(objection(json, BERLIN)).doesNotContain("10115").doesNotContain("DE").doesNotContain("BE");
    }
  }

  @Test
  void whatIsNotKnownIsNeitherSoNorNotSo() {
    OrderFacts nowhere = Orders.order("amazon", Destination.UNKNOWN, null, Set.of(), BERLIN.lines());
    String is = "{'field':'country','op':'is','value':'DE'}";

    assertThat(objection(is, nowhere)).isEqualTo("asks that the country it goes to is DE, and that is not known");
    assertThat(objection("{'field':'country','op':'is not','value':'DE'}", nowhere)).endsWith("that is not known");
    assertThat(objection("{'not':" + is + "}", nowhere)).endsWith("and that can't be told");
    assertThat(objection("{'field':'country','op':'is unknown'}", nowhere)).isNull();
    assertThat(objection("{'any':[" + is + ",{'field':'channel','op':'is','value':'amazon'}]}", nowhere)).isNull();
    assertThat(objection("{'expression':'country == \"DE\"'}", nowhere))
        .endsWith("and the country it goes to is not known");
    assertThat(objection("{'field':'total','op':'at most','value':{'amount':'9','currency':'USD'}}", BERLIN))
        .endsWith("and that is not known");
  }

  @Test
  void anExpressionThatFailsDoesNotMatchAndIsCounted() {
    Matcher matcher = matcher("{'not':{'expression':'units / lines > 1 / (lines - 1)'}}");

    assertThat(matcher.matches(new Asked(BERLIN, Orders.NOW))).isFalse();
    assertThat(matcher.troubles()).isEqualTo(1);
    assertThat(objection("{'expression':'1 / (lines - 1) > 0'}", BERLIN)).endsWith("and it divides by zero");
    assertThat(objection("{'expression':'unitsOf[\"HAT\"] > 0'}", BERLIN))
        .endsWith("and it asks for something that is not there");
    assertThat(objection("{'expression':'9223372036854775807 + units > 0'}", BERLIN))
        .endsWith("and a number in it grows too large");
  }

  @Test
  void anExpressionThatTakesTooLongIsEnded() {
    String list = "[0,1,2,3,4,5,6,7,8,9]";
    String bomb =
        "{'expression':'" + list + ".all(a, " + list + ".all(b, " + list + ".all(c, " + list + ".all(d, "
            + list + ".all(e, a + b + c + d + e >= 0)))))'}";

    assertThat(objection(bomb, BERLIN)).endsWith("and it takes more than 5000 steps");
  }

  @Test
  void tellsWhereAnExpressionIsWrong() {
    assertThat(faults("{'expression':'chanel == \"x\"'}"))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.pointer()).isEqualTo("/when/expression");
          assertThat(fault.sentence()).isEqualTo("1:1: There is no field chanel; is channel meant?");
        });
    assertThat(faults("{'expression':'true &&\\n channel == 5'}").getFirst().sentence()).startsWith("2:10: ");
    assertThat(faults("{'expression':'units + 1'}").getFirst().sentence()).contains("bool");
    assertThat(told("channel > 5")).isEqualTo("1:9: '>' does not go with string and int.");
    assertThat(told("units > 5 units")).isEqualTo("1:11: 'units' does not belong here.");
    assertThat(told("whither == 1")).isEqualTo("1:1: There is no field whither.");
    assertThat(told("units >")).isEqualTo("1:8: It ends too early.");
    assertThat(faults("{'expression':'((('}")).isNotEmpty();
    assertThat(faults("{'expression':'" + "(".repeat(100) + "true" + ")".repeat(100) + "'}")).isNotEmpty();
  }

  private String told(String expression) {
    return faults("{'expression':'" + expression + "'}").getFirst().sentence();
  }

  @Test
  void refusesAnExpressionOfAMillionCharactersAtOnce() {
    assertThat(faults("{'expression':'" + "1 + ".repeat(250_000) + "1 > 0'}"))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.rule()).isEqualTo("too-long");
          assertThat(fault.sentence()).hasSizeLessThan(200);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/when wrong-type: 7",
        "/when form: {}",
        "/when form: {'all':[],'any':[]}",
        "/when unknown-property: {'all':[],'comment':'x'}",
        "/when/any wrong-type: {'any':[]}",
        "/when/field unknown-field: {'field':'colour','op':'is','value':'red'}",
        "/when/op unknown-op: {'field':'channel','op':'resembles','value':'x'}",
        "/when/op unknown-op: {'field':'channel','op':'at least','value':'x'}",
        "/when/op unknown-op: {'field':'channel','op':'is unknown'}",
        "/when/value required: {'field':'channel','op':'is'}",
        "/when/value wrong-type: {'field':'channel','op':'is','value':5}",
        "/when/value wrong-type: {'field':'units','op':'is','value':1.5}",
        "/when/value wrong-type: {'field':'units','op':'is','value':99999999999999999999}",
        "/when/value wrong-type: {'field':'units','op':'between','value':[1]}",
        "/when/value order: {'field':'units','op':'between','value':[2,1]}",
        "/when/value wrong-type: {'field':'channel','op':'in','value':[]}",
        "/when/value/1 duplicate: {'field':'channel','op':'in','value':['x','x']}",
        "/when/value/0 unknown: {'field':'country','op':'in','value':['XX']}",
        "/when/value unknown: {'field':'currency','op':'is','value':'EURO'}",
        "/when/zone zone: {'field':'hour','op':'is','value':5}",
        "/when/zone zone: {'field':'hour','op':'is','value':5,'zone':'Middle/Earth'}",
        "/when/zone unknown-property: {'field':'units','op':'is','value':5,'zone':'UTC'}",
        "/when/value wrong-type: {'field':'total','op':'at least','value':5}",
        "/when/value format: {'field':'total','op':'at least','value':{'amount':'x','currency':'EUR'}}",
        "/when/value/1 currency: {'field':'total','op':'between','value':"
            + "[{'amount':'1','currency':'EUR'},{'amount':'1','currency':'USD'}]}",
        "/when/not/all/0/value wrong-type: {'not':{'all':[{'field':'hazmat','op':'is','value':'yes'}]}}",
        "/when/expression wrong-type: {'expression':5}",
      })
  void refusesWithPlaceAndRule(String expected) {
    int colon = expected.indexOf(": ");
    assertThat(faults(expected.substring(colon + 2)))
        .singleElement()
        .extracting(fault -> fault.pointer() + " " + fault.rule())
        .isEqualTo(expected.substring(0, colon));
  }

  @Test
  void complainsOfEverythingAtOnce() {
    assertThat(faults("{'all':[{'field':'a','op':'b'},{'field':'units','op':'is','value':'x'},{'expression':''}]}"))
        .extracting(Fault::pointer)
        .containsExactly("/when/all/0/field", "/when/all/0/op", "/when/all/1/value", "/when/all/2/expression");
  }

  @Test
  void refusesTooManyAndTooDeep() {
    String one = "{'field':'units','op':'is','value':1}";
    assertThat(faults("{'all':[" + (one + ",").repeat(50) + one + "]}").getFirst().rule()).isEqualTo("too-many");
    assertThat(faults("{'all':[" + (one + ",").repeat(48) + one + "]}")).isEmpty();
    assertThat(faults("{'not':".repeat(9) + one + "}".repeat(9)).getFirst().rule()).isEqualTo("too-deep");
    String many = "{'field':'skus','op':'contains any','value':['X'" + ",'Y'".repeat(1_000) + "]}";
    assertThat(faults(many).getFirst().rule()).isEqualTo("too-many");
  }

  @Test
  void everyFieldIsDescribedWithWhatItTakes() {
    assertThat(FieldView.all()).hasSameSizeAs(Field.values()).allSatisfy(field -> {
      assertThat(field.ops()).isNotEmpty();
      assertThat(field.title()).isNotBlank();
    });
  }

  private @Nullable String objection(String json, OrderFacts order) {
    return matcher(json).objection(new Asked(order, Orders.NOW));
  }

  private Matcher matcher(String json) {
    Condition condition = new ConditionReader(expressions).read(json(json), "/when", faults);
    assertThat(faults).isEmpty();
    return Matcher.of(Objects.requireNonNull(condition), expressions);
  }

  /** Tests write single quotes for double ones, and double ones inside of texts. */
  private static JsonNode json(String text) {
    return JSON.readTree(text.replace("\"", "\\\"").replace('\'', '"'));
  }

  private List<Fault> faults(String json) {
    List<Fault> found = new ArrayList<>();
    Condition read = new ConditionReader(expressions).read(json(json), "/when", found);
    assertThat(read == null).isEqualTo(!found.isEmpty());
    return found;
  }
}
