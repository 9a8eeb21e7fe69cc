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
  void knowsARuleAgainUnderAnotherName() {
    assertThat(words(rules(channel("a", "x"), channel("b", "y")), rules(channel("A1", "x"), channel("b", "y"))))
        .containsExactly("rule 'a' is called 'A1' now");
  }

  private static List<String> words(JsonNode from, JsonNode to) {
    return PolicyDiff.words(policy(from), policy(to));
  }
}
