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
import java.util.Set;
import org.junit.jupiter.api.Test;
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
    assertThat(found(rules(channel("a", "ebay"), REST))).containsExactly("unknown-channel /rules/0/when");
    assertThat(found(rules(rule("a", skus), REST))).containsExactly("unknown-sku /rules/0/when");
    assertThat(found(rules(rule("a", "'from':{'tags':['north']}"))))
        .containsExactly("unknown-tag /rules/0/from/tags", "no-candidates /rules/0/from");
    assertThat(found(rules(rule("a", "'from':{'kinds':['STORE']}")))).containsExactly("no-candidates /rules/0/from");
    assertThat(found(rules(rule("a", "'from':{'tags':['eu']}")))).isEmpty();
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
    return new Surroundings.Known(Set.of("amazon"), Set.of("main"), List.of(KOELN), Map.of("CGN", eu), Set.of("GONE"));
  }
}
