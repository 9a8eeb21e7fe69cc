package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.Written.channel;
import static dev.crossdock.routing.policies.Written.policy;
import static dev.crossdock.routing.policies.Written.rule;
import static dev.crossdock.routing.policies.Written.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.facts.PlaceProfile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PolicyLintTest {

  private static final Location KOELN =
      new Location(
          "CGN", "Köln", LocationKind.WAREHOUSE, "DE", null, null, null, null, null, ZoneOffset.UTC, 1, true, 1);
  private static final String REST = rule("rest", "");

  @Test
  void findsNothingInThePolicyOfTheHouse() {
    assertThat(PolicyLint.of(Policy.BUILT_IN, known())).isEmpty();
  }

  @Test
  void findsRulesThatCanNeverMatch() {
    String never = "'when':{'all':[{'field':'units','op':'at least','value':5},{'field':'units','op':'is','value':2}]}";

    assertThat(found(rules(rule("never", never), REST))).containsExactly("never-matches /rules/0/when");
  }

  @Test
  void notesRulesThatAskWhatTimeItIsAndDecideLater() {
    String evening = "'when':{'not':{'field':'hour','op':'between','value':[6,18],'zone':'Europe/Berlin'}}";
    String later = "'decide':{'every':'PT1H'}";
    String today = "'when':{'expression':'now.getFullYear() > 2000'}";

    assertThat(found(rules(rule("evening", evening + "," + later), REST))).containsExactly("asked-again /rules/0/when");
    assertThat(found(rules(rule("evening", evening), REST))).isEmpty();
    assertThat(found(rules(rule("later", later)))).isEmpty();
    assertThat(found(rules(rule("now", today + "," + later), REST))).contains("asked-again /rules/0/when");
  }

  @Test
  void findsRulesThatAreNeverAsked() {
    String few = "'when':{'field':'units','op':'at most','value':2}";
    String one = "'when':{'field':'units','op':'is','value':1}";

    assertThat(found(rules(rule("few", few), rule("one", one), REST))).containsExactly("shadowed /rules/1");
    assertThat(found(rules(REST, rule("one", one)))).containsExactly("shadowed /rules/1");
    String passing = "{'name':'few'," + few + ",'otherwise':{'do':'next rule'}}";
    assertThat(found(rules(passing, rule("one", one), REST))).isEmpty();
  }

  @Test
  void saysThatItCantTellOfExpressions() {
    assertThat(found(rules(rule("cel", "'when':{'expression':'units > 5'}"), REST)))
        .containsExactly("cant-tell /rules/0/when");
  }

  @Test
  void findsPoliciesThatDoNotTakeEveryOrder() {
    assertThat(found(rules(channel("a", "amazon")))).containsExactly("no-catch-all /rules");
    assertThat(found(rules("{'name':'last','otherwise':{'do':'next rule'}}")))
        .containsExactly("nothing-follows /rules/0/otherwise");
  }

  @Test
  void findsWhatIsNotThere() {
    String skus = "'when':{'field':'skus','op':'contains any','value':['SHIRT','GONE']}";
    assertThat(found(rules(channel("a", "ebay"), REST))).containsExactly("unknown-channel /rules/0/when/value");
    assertThat(found(rules(rule("a", skus), REST))).containsExactly("unknown-sku /rules/0/when/value");
    assertThat(found(rules(rule("a", "'from':{'tags':['north']}"))))
        .containsExactly("unknown-tag /rules/0/from/tags", "no-candidates /rules/0/from");
    assertThat(found(rules(rule("a", "'from':{'kinds':['STORE']}")))).containsExactly("no-candidates /rules/0/from");
    assertThat(found(rules(rule("a", "'from':{'tags':['eu']}")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-account /rules/0/when/all/1/value: 'when':{'all':[{'field':'units','op':'is','value':1},"
            + "{'field':'account','op':'is','value':'gone'}]}",
        "no-such-account /rules/0/when: 'when':{'all':[{'field':'channel','op':'is','value':'amazon'},"
            + "{'field':'account','op':'is','value':'shop'}]}",
        "unknown-location /rules/0/when/value: 'when':{'field':'pickupAt','op':'is','value':'ATLANTIS'}",
        "unknown-location /rules/0/when/not/value: "
            + "'when':{'not':{'field':'lastLocation','op':'is','value':'ATLANTIS'}}",
        "unknown-item-tag /rules/0/when/value: "
            + "'when':{'field':'itemTags','op':'contains any','value':['wine','beer']}",
        "unknown-class /rules/0/when/value: 'when':{'field':'hazmatClasses','op':'contains any','value':['9']}",
        "never-matches /rules/0/when: 'when':{'field':'units','op':'at most','value':0}",
        "never-matches /rules/0/when: 'when':{'all':[{'field':'pickup','op':'is','value':false},"
            + "{'field':'pickupAt','op':'is','value':'CGN'}]}",
      })
  void findsWhatConditionsAskForAndIsNotSo(String expected) {
    findsInItsPlace(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-tag /rules/0/filters/0/none: 'filters':[{'type':'location-tags','none':['north']}]",
        "unknown-item-tag /rules/0/filters/0/itemTag: "
            + "'filters':[{'type':'licensed-goods','itemTag':'beer','locationTags':['eu']}]",
        "unknown-carrier /rules/0/filters/0/carriers: 'filters':[{'type':'carrier-available','carriers':['Bote']}]",
        "unknown-programme /rules/0/filters/0/programmes: 'filters':[{'type':'programme'}]",
        "contradicts /rules/0/filters/0: 'from':{'kinds':['WAREHOUSE']},"
            + "'filters':[{'type':'location-kind','kinds':['STORE']}]",
        "contradicts /rules/0/filters/1: 'filters':[{'type':'location-kind','kinds':['WAREHOUSE']},"
            + "{'type':'location-kind','kinds':['STORE','THREE_PL']}]",
        "contradicts /rules/0/filters/0: 'filters':[{'type':'location-kind','kinds':['MARKETPLACE']}]",
        "contradicts /rules/0/filters/0: 'filters':[{'type':'location-tags','all':['eu'],'none':['EU']}]",
        "contradicts /rules/0/filters/1: 'filters':[{'type':'location-country','countries':['DE']},"
            + "{'type':'location-country','countries':['FR']}]",
        "contradicts /rules/0/filters/1: 'filters':[{'type':'shipment-value-least','amountLeast':500},"
            + "{'type':'shipment-value-most','amountMost':400}]",
        "nobody-left /rules/0/filters/1: 'filters':[{'type':'location-kind','kinds':['WAREHOUSE','STORE']},"
            + "{'type':'location-country','countries':['FR']}]",
        "says-nothing /rules/0/filters/1: 'filters':[{'type':'stock-covers-all'},{'type':'stock-covers-all'}]",
        "never-counts /rules/0/prefer/inTurn/1: "
            + "'prefer':{'inTurn':[{'rating':{'type':'parcels'}},{'rating':{'type':'parcels'}}]}",
        "no-candidates /rules/0/from: 'from':{'kinds':['STORE']}",
      })
  void findsWhatAStrategyDoesNotDo(String expected) {
    findsInItsPlace(expected);
  }

  private static void findsInItsPlace(String expected) {
    int colon = expected.indexOf(": ");

    assertThat(found(rules(rule("one", expected.substring(colon + 2)), REST)).stream()
            .filter(finding -> !finding.startsWith("shadowed")))
        .as(expected)
        .containsExactly(expected.substring(0, colon));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'when':{'all':[{'field':'channel','op':'is','value':'amazon'},"
            + "{'field':'account','op':'is','value':'main'}]}",
        "'when':{'not':{'field':'account','op':'is','value':'shop'}}",
        "'when':{'field':'hazmatClasses','op':'contains none','value':['3']}",
        "'filters':[{'type':'location-tags','any':['EU']}]",
        "'filters':[{'type':'carrier-available','carriers':['paket']}]",
        "'filters':[{'type':'location-kind','kinds':['WAREHOUSE']},{'type':'location-country','countries':['DE']}]",
        "'filters':[{'type':'shipment-value-least','amountLeast':500},"
            + "{'type':'shipment-value-most','amountMost':400,'currency':'USD'}]",
        "'from':{'codes':['CGN']},'filters':[{'type':'location-country'}]",
      })
  void raisesNoFalseAlarm(String members) {
    assertThat(found(rules(rule("one", members), REST)).stream().filter(f -> !f.startsWith("shadowed"))).isEmpty();
  }

  @Test
  void rulesThatCoverAnotherTogetherShadowIt() {
    String few = rule("few", "'when':{'field':'units','op':'at most','value':2}");
    String many = rule("many", "'when':{'field':'units','op':'at least','value':3}");

    assertThat(found(rules(few, many))).as("every order is taken").isEmpty();
    assertThat(found(rules(few, many, REST))).containsExactly("shadowed /rules/2");
  }

  @Test
  void locationsThatAreNotThereKeepAPolicyFromDeciding() {
    JsonNode json = rules(rule("a", "'from':{'codes':['CGN','ATLANTIS']}"));

    assertThat(PolicyLint.strangers(policy(json), known()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).isEqualTo("There is no location ATLANTIS."));
  }

  private static List<String> found(JsonNode json) {
    return PolicyLint.of(policy(json), known()).stream()
        .map(finding -> finding.rule() + " " + finding.pointer())
        .toList();
  }

  private static Surroundings.Known known() {
    PlaceProfile eu =
        new PlaceProfile(
            Set.of("eu"), Set.of(), Set.of(), Set.of(), Set.of(), true, false, Set.of(), null, null, null);
    return new Surroundings.Known(
        Map.of("amazon", Set.of("main"), "shopify", Set.of("shop")), List.of(KOELN), Map.of("CGN", eu),
        Set.of("GONE"), Optional.of(new Surroundings.Words(Set.of("wine"), Set.of("3"), Set.of("Paket"))));
  }
}
