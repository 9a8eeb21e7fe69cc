package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.Written.faults;
import static dev.crossdock.routing.policies.Written.json;
import static dev.crossdock.routing.policies.Written.policy;
import static dev.crossdock.routing.policies.Written.rule;
import static dev.crossdock.routing.policies.Written.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.routing.conditions.Fault;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyJsonTest {

  private static final String FULL =
      """
      {
        "name": "EU web",
        "rules": [
          {
            "name": "Prime first",
            "when": {
              "all": [
                {"field": "channel", "op": "is", "value": "amazon"},
                {"field": "tags", "op": "contains any", "value": ["prime"]}
              ]
            },
            "decide": {"at": ["10:00", "14:00"], "zone": "Europe/Berlin"},
            "from": {"kinds": ["STORE", "WAREHOUSE"], "codes": ["CGN", "LEJ"], "tags": ["eu"]},
            "split": {
              "parcelsMost": 2,
              "linesWhole": true,
              "worth": {"parcel": 450, "daySaved": 200},
              "consolidate": {"transferDays": 1, "waitDaysMost": 3}
            },
            "otherwise": {"do": "next rule"}
          },
          {
            "name": "Off",
            "enabled": false,
            "when": {"expression": "units > 5"},
            "otherwise": {"do": "hold", "note": "ask Mira"}
          },
          {
            "name": "All others",
            "decide": {"every": "PT1H30M"},
            "split": {"parcelsMost": 1},
            "otherwise": {"do": "backorder", "shipRest": true}
          }
        ]
      }
      """;

  @Test
  void hasOneFormThatReadsAsItself() {
    Policy read = policy(JsonMapper.builder().build().readTree(FULL));

    assertThat(PolicyText.of(PolicyWriter.write(read))).isEqualTo(FULL);
    assertThat(policy(PolicyWriter.write(Policy.BUILT_IN))).isEqualTo(Policy.BUILT_IN);
  }

  @Test
  void tellsRulesInWords() {
    assertThat(policy(JsonMapper.builder().build().readTree(FULL)).rules().stream().map(PolicyWords::of))
        .containsExactly(
            "If the channel is amazon and the order's tags has any of prime: ship from locations of kind"
                + " store or warehouse and named CGN or LEJ and tagged eu. Decide together at 10:00 and 14:00 in"
                + " Europe/Berlin. Prefer the fewest parcels, then the shortest way. At most 2 parcels; keep lines"
                + " whole; a parcel more costs 4.50 and a day saved is worth 2.00 in the order's currency; first bring"
                + " units together by transfers of 1 day, waiting at most 3 days. What finds no place goes on to the"
                + " next rule that matches.",
            "Switched off. If this is true: units > 5: ship from every location. Prefer the fewest parcels, then the"
                + " shortest way. Any number of parcels. What finds no place is held for a person (ask Mira).",
            "If it is any order: ship from every location. Decide together every 1 hour and 30 minutes. Prefer the"
                + " fewest parcels, then the shortest way. Never"
                + " split. What finds no place waits for stock, and the rest leaves.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " wrong-type: []",
        "/name required: {'rules':[{'name':'a','otherwise':{'do':'dropship'}}]}",
        "/rules required: {'name':'a','rules':[]}",
        "/owner unknown-property: {'name':'a','owner':'b','rules':[{'name':'a','otherwise':{'do':'dropship'}}]}",
        "/rules/0 wrong-type: {'name':'a','rules':[5]}",
        "/rules/0/name format: {'name':'a','rules':[{'name':' a','otherwise':{'do':'dropship'}}]}",
        "/rules/0/otherwise required: {'name':'a','rules':[{'name':'a'}]}",
        "/rules/0/otherwise/do unknown: {'name':'a','rules':[{'name':'a','otherwise':{'do':'nothing'}}]}",
        "/rules/0/otherwise/transferDays required: {'name':'a','rules':[{'name':'a','otherwise':{'do':'transfer'}}]}",
        "/rules/0/otherwise/days range: {'name':'a','rules':[{'name':'a','otherwise':{'do':'cancel by','days':900}}]}",
        "/rules/0/otherwise/days unknown-property: {'name':'a','rules':"
            + "[{'name':'a','otherwise':{'do':'dropship','days':9}}]}",
        "/rules/0/enabled wrong-type: {'name':'a','rules':[{'name':'a','enabled':1,'otherwise':{'do':'dropship'}}]}",
        "/rules/0/from/kinds unknown: {'name':'a','rules':"
            + "[{'name':'a','from':{'kinds':['SHED']},'otherwise':{'do':'dropship'}}]}",
        "/rules/0/filters/0/type criterion: {'name':'a','rules':"
            + "[{'name':'a','filters':[{'type':'no-such-thing'}],'otherwise':{'do':'dropship'}}]}",
        "/rules/0/prefer form: {'name':'a','rules':"
            + "[{'name':'a','prefer':{'inTurn':[],'inMoney':[]},'otherwise':{'do':'dropship'}}]}",
        "/rules/0/prefer/inTurn/0/rating required: {'name':'a','rules':"
            + "[{'name':'a','prefer':{'inTurn':[{'band':5}]},'otherwise':{'do':'dropship'}}]}",
        "/rules/0/split/parcelsMost range: {'name':'a','rules':"
            + "[{'name':'a','split':{'parcelsMost':0},'otherwise':{'do':'dropship'}}]}",
        "/rules/0/split/worth/daySaved required: {'name':'a','rules':"
            + "[{'name':'a','split':{'worth':{'parcel':5}},'otherwise':{'do':'dropship'}}]}",
      })
  void refusesWithPlaceAndRule(String expected) {
    int colon = expected.indexOf(": ");
    assertThat(faults(json(expected.substring(colon + 2))))
        .singleElement()
        .extracting(fault -> fault.pointer() + " " + fault.rule())
        .isEqualTo(expected.substring(0, colon));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'at noon' | decide wrong-type",
        "{} | decide form",
        "{'at':['10:00'],'every':'PT1H'} | decide form",
        "{'at':[],'zone':'UTC'} | decide/at required",
        "{'at':['10:00','24:00'],'zone':'UTC'} | decide/at/1 format",
        "{'at':['10:00',14],'zone':'UTC'} | decide/at/1 format",
        "{'at':['10:00','10:00'],'zone':'UTC'} | decide/at/1 duplicate",
        "{'at':['10:00']} | decide/zone zone",
        "{'at':['10:00'],'zone':'Atlantis'} | decide/zone zone",
        "{'every':'PT1H','zone':'UTC'} | decide/zone unknown-property",
        "{'every':'PT59S'} | decide/every range",
        "{'every':'PT24H1S'} | decide/every range",
        "{'every':'PT90.5S'} | decide/every range",
        "{'every':'often'} | decide/every range",
        "{'every':'PT1H','often':true} | decide/often unknown-property",
      })
  void refusesTimesThatNobodyCouldKeep(String decide, String expected) {
    assertThat(faults(rules(rule("a", "'decide':" + decide))))
        .singleElement()
        .extracting(fault -> fault.pointer() + " " + fault.rule())
        .isEqualTo("/rules/0/" + expected);
  }

  @Test
  void refusesTooManyTimesOfADay() {
    String times =
        IntStream.range(0, 49).mapToObj(i -> "'%02d:%02d'".formatted(i / 4, i % 4)).collect(Collectors.joining(","));
    assertThat(faults(rules(rule("a", "'decide':{'at':[" + times + "],'zone':'UTC'}"))))
        .extracting(Fault::rule)
        .contains("too-many");
  }

  @Test
  void refusesRulesThatPassOrdersRoundInCircles() {
    String a = "{'name':'a','otherwise':{'do':'rule','rule':'b'}}";
    String b = "{'name':'b','otherwise':{'do':'rule','rule':'a'}}";

    assertThat(faults(rules(a, b)))
        .extracting(Fault::pointer, Fault::rule)
        .containsExactly(
            tuple("/rules/0/otherwise/rule", "cycle"),
            tuple("/rules/1/otherwise/rule", "cycle"));
  }

  @Test
  void refusesTwoRulesOfOneName() {
    assertThat(faults(rules(rule("Prime", ""), rule("prime", ""))))
        .singleElement()
        .extracting(Fault::pointer, Fault::rule)
        .containsExactly("/rules/1/name", "duplicate");
  }

  @Test
  void refusesMoreThanTheLimits() {
    String[] many = IntStream.rangeClosed(0, Policy.RULES_MAX).mapToObj(i -> rule("r" + i, "")).toArray(String[]::new);
    assertThat(faults(rules(many)).getFirst().rule()).isEqualTo("too-many");
    assertThat(faults(rules(rule("x".repeat(121), ""))).getFirst().rule()).isEqualTo("too-long");
    assertThat(faults(rules(rule("a", "'when':{'expression':'" + "1".repeat(1_000_000) + "'}"))))
        .singleElement()
        .extracting(Fault::pointer, Fault::rule)
        .containsExactly("/rules/0/when/expression", "too-long");
    String list = IntStream.range(0, 90_000).mapToObj(i -> "'tag number " + i + "'").collect(Collectors.joining(","));
    assertThat(faults(rules(rule("a", "'from':{'tags':[" + list + "]}"))).getFirst().rule()).isEqualTo("too-large");
  }

  @Test
  void complainsOfEverythingAtOnce() {
    String bad = "{'name':'','when':{'field':'x'},'split':{'parcelsMost':'two'},'otherwise':{}}";

    assertThat(faults(rules(bad, "{}")))
        .extracting(Fault::pointer)
        .containsExactly(
            "/rules/0/name", "/rules/0/when/field", "/rules/0/when/op", "/rules/0/split/parcelsMost",
            "/rules/0/otherwise/do", "/rules/1/name", "/rules/1/otherwise");
  }
}
