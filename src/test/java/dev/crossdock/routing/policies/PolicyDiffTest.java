package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.Written.channel;
import static dev.crossdock.routing.policies.Written.policy;
import static dev.crossdock.routing.policies.Written.rule;
import static dev.crossdock.routing.policies.Written.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PolicyDiffTest {

  private static final String PRIME =
      "'when':{'all':[{'field':'tags','op':'contains any','value':['prime']}]},'split':{'parcelsMost':3}";
  private static final String PRIME_ON_AMAZON =
      "'when':{'all':[{'field':'channel','op':'is','value':'amazon'},"
          + "{'field':'tags','op':'contains any','value':['prime']}]},'split':{'parcelsMost':2}";

  @Test
  void saysNothingWhereNothingIsDifferent() {
    assertThat(words(rules(rule("a", PRIME)), rules(rule("a", PRIME)))).isEmpty();
  }

  @Test
  void tellsWhatARuleSaysNow() {
    assertThat(words(rules(rule("Prime first", PRIME)), rules(rule("Prime first", PRIME_ON_AMAZON))))
        .containsExactly(
            "rule 'Prime first': condition the channel is amazon added", "rule 'Prime first': most parcels 3 → 2");
  }

  @Test
  void tellsWhatCameWentAndMoved() {
    assertThat(
            words(
                rules(channel("a", "x"), channel("b", "y"), channel("c", "z"), channel("d", "w")),
                rules(channel("c", "z"), channel("a", "x"), channel("b", "y"), rule("e", "'split':{'parcelsMost':1}"))))
        .containsExactly("rule 'd' removed", "rule 'e' added as number 4", "rule 'c' moved above 'a'");
  }

  @Test
  void tellsWhenARuleDecidesNow() {
    String often = "'decide':{'every':'PT15M'}";
    String twice = "'decide':{'at':['14:00','10:00'],'zone':'Europe/Berlin'}";
    assertThat(words(rules(rule("a", "")), rules(rule("a", often))))
        .containsExactly("rule 'a': decides together every 15 minutes, instead of on arrival");
    assertThat(words(rules(rule("a", often)), rules(rule("a", twice))))
        .containsExactly(
            "rule 'a': decides together at 10:00 and 14:00 in Europe/Berlin, instead of together every 15 minutes");
    assertThat(words(rules(rule("a", "'decide':'on arrival'")), rules(rule("a", "")))).isEmpty();
    assertThat(words(rules(rule("a", often)), rules(rule("b", twice)))).contains("rule 'a' removed");
  }

  @Test
  void knowsARuleAgainUnderAnotherName() {
    assertThat(words(rules(channel("a", "x"), channel("b", "y")), rules(channel("A1", "x"), channel("b", "y"))))
        .containsExactly("rule 'a' is called 'A1' now");
  }

  private static List<String> words(JsonNode from, JsonNode to) {
    return PolicyDiff.words(policy(from), policy(to));
  }
}
