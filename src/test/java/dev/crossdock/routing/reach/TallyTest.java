package dev.crossdock.routing.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Orders;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.ReadyPolicy;
import dev.crossdock.routing.reach.Reach.OfRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TallyTest {

  private static final Expressions EXPRESSIONS = new Expressions();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SEED = 20261121;

  @Test
  void countsWhatARuleMatchesAloneAndWhatGetsAsFarAsIt() {
    Policy policy = policy(
        rule("amazon", "'when':{'field':'channel','op':'is','value':'amazon'},", "backorder"),
        rule("all", "", "backorder"),
        rule("never", "", "backorder"));

    Reach reach = reach(policy, List.of(Orders.from("amazon"), Orders.from("ebay"), Orders.from("ebay")));

    assertThat(reach.rules()).containsExactly(new OfRule(1, 1), new OfRule(3, 2), new OfRule(3, 0));
    assertThat(reach.orders()).isEqualTo(3);
    assertThat(reach.unmet()).isZero();
  }

  @Test
  void anOrderThatARulePassesOnIsCountedFurtherDownToo() {
    Policy policy = policy(rule("stores", "", "next rule"), rule("rest", "", "backorder"));

    Reach reach = reach(policy, List.of(Orders.from("amazon")));

    assertThat(reach.rules()).containsExactly(new OfRule(1, 1), new OfRule(1, 1));
  }

  @Test
  void aRuleThatIsSwitchedOffTouchesNothingAndTakesNothing() {
    Policy policy = policy(rule("off", "'enabled':false,", "backorder"));

    Reach reach = reach(policy, List.of(Orders.from("amazon")));

    assertThat(reach.rules()).containsExactly(new OfRule(1, 0));
    assertThat(reach.unmet()).isEqualTo(1);
  }

  @Test
  void whatFollowsARuleThatCantBeReadCantBeTold() {
    Policy policy = policy(rule("all", "", "backorder"));
    List<Optional<Policy.Rule>> rules =
        List.of(Optional.of(policy.rules().getFirst()), Optional.empty(), Optional.of(policy.rules().getFirst()));
    Tally tally = new Tally(rules, EXPRESSIONS);
    tally.add(new Seen(Orders.from("amazon"), Orders.NOW));

    Reach reach = tally.told(true);

    assertThat(reach.rules()).containsExactly(new OfRule(1, 1), new OfRule(null, null), new OfRule(1, null));
    assertThat(reach.unmet()).isNull();
  }

  @Test
  void agreesWithWhatDecides() {
    Policy policy = policy(
        rule("few", "'when':{'field':'units','op':'at most','value':2},", "backorder"),
        rule("cel", "'when':{'expression':'total > 2000'},", "hold"),
        rule("de", "'when':{'field':'country','op':'in','value':['DE','AT']},", "backorder"),
        rule("x", "'when':{'not':{'field':'itemTags','op':'contains any','value':['x']}},", "backorder"));
    ReadyPolicy ready = ReadyPolicy.of(policy, 1, EXPRESSIONS);
    Random random = new Random(SEED);
    List<OrderFacts> orders = new ArrayList<>();
    int[] first = new int[policy.rules().size()];
    int none = 0;
    for (int i = 0; i < 500; i++) {
      OrderFacts order = Orders.random(random);
      orders.add(order);
      OptionalInt met = ready.matches(order, Orders.NOW);
      if (met.isPresent()) {
        first[met.getAsInt()]++;
      } else {
        none++;
      }
    }

    Reach reach = reach(policy, orders);

    assertThat(reach.rules().stream().map(OfRule::touches)).as("seed " + SEED)
        .containsExactly(first[0], first[1], first[2], first[3]);
    assertThat(reach.unmet()).as("seed " + SEED).isEqualTo(none).isPositive();
  }

  private static Reach reach(Policy policy, List<OrderFacts> orders) {
    Tally tally = new Tally(policy.rules().stream().map(Optional::of).toList(), EXPRESSIONS);
    orders.forEach(order -> tally.add(new Seen(order, Orders.NOW)));
    return tally.told(true);
  }

  private static String rule(String name, String members, String otherwise) {
    return "{'name':'" + name + "'," + members + "'otherwise':{'do':'" + otherwise + "'}}";
  }

  private static Policy policy(String... rules) {
    String json = "{'name':'web','rules':[" + String.join(",", rules) + "]}";
    PolicyReader.Decoded decoded = new PolicyReader(EXPRESSIONS).read(JSON.readTree(json.replace('\'', '"')));
    assertThat(decoded).isInstanceOf(PolicyReader.Decoded.Read.class);
    return ((PolicyReader.Decoded.Read) decoded).policy();
  }
}
