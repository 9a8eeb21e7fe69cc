package dev.crossdock.sandbox.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.ReadyPolicy;
import dev.crossdock.routing.trials.Case;
import dev.crossdock.routing.trials.CaseReader;
import dev.crossdock.routing.trials.Parsed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each scenario of the routing drill, decided without a server: what is bad in it is degraded with a named reason. */
class ScenarioPlansTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Expressions EXPRESSIONS = new Expressions();

  static Stream<Scenario> scenarios() {
    return Scenarios.all(null).stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isDecidedAsExpected(Scenario scenario) {
    assertThat(scenario.differences(answer(decided(scenario)))).as(scenario.name()).isEmpty();
  }

  private static Decided decided(Scenario scenario) {
    Parsed<Case> read = CaseReader.read(scenario.given(), Instant.parse("2026-03-03T15:00:00Z"));
    assertThat(read).as(scenario.name()).isInstanceOf(Parsed.Read.class);
    Case given = ((Parsed.Read<Case>) read).content();
    PolicyReader.Decoded policy = new PolicyReader(EXPRESSIONS).read(Objects.requireNonNull(given.policy()));
    assertThat(policy).as(scenario.name()).isInstanceOf(PolicyReader.Decoded.Read.class);
    PolicyReader.Decoded.Read ready = (PolicyReader.Decoded.Read) policy;
    return Decider.decide(ReadyPolicy.of(ready.policy(), 0, EXPRESSIONS).inForce(), given.facts());
  }

  /** As the product answers, as far as scenarios look. */
  private static JsonNode answer(Decided decided) {
    Planned plan = decided.plan();
    ObjectNode answer = JSON.createObjectNode();
    answer.put("outcome", outcome(plan));
    answer.put("rule", decided.rule());
    ObjectNode then = answer.putObject("then").put("what", word(decided.then()));
    if (decided.then() instanceof Decided.Then.Later(Instant at)) {
      then.put("decideAt", at.toString());
    }
    answer.set("plan", JSON.valueToTree(plan.assignments()));
    answer.set("missing", JSON.valueToTree(plan.missing()));
    answer.set("candidates", JSON.valueToTree(plan.candidates()));
    answer.set("transfers", JSON.valueToTree(plan.transfers()));
    answer.set("passed", JSON.valueToTree(decided.passed()));
    answer.put("sentence", plan.sentence());
    return answer;
  }

  private static String outcome(Planned plan) {
    List<String> places = plan.assignments().stream().map(Planned.Assignment::location).distinct().toList();
    if (places.isEmpty()) {
      return "NOTHING";
    }
    return !plan.missing().isEmpty() ? "PARTIAL" : places.size() == 1 ? "WHOLE" : "SPLIT";
  }

  private static String word(Decided.Then then) {
    return then.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
