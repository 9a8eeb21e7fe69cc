package dev.crossdock.routing.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Orders;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.StockFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What 100 rules cost an order, all of them asked in vain but the last, run by hand: {@code mvn test
 * -Dtest=PolicyBenchmark}. It asserts what is true, never how fast.
 */
class PolicyBenchmark {

  private static final int ORDERS = 1_000;
  private static final int ROUNDS = 20;

  private static final class NoStock implements StockFacts {
    @Override
    public int available(String sku, String location) {
      return 0;
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return null;
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return null;
    }
  }

  @Test
  void ofAHundredRules() {
    report("conditions", ready(0));
    report("one in ten an expression", ready(10));
    report("all expressions", ready(1));
  }

  private static ReadyPolicy ready(int expressionEach) {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      boolean expression = expressionEach > 0 && i % expressionEach == 0;
      String when =
          expression
              ? "{'expression':'channel != \"none\" && units > " + (1_000 + i) + " && skus.exists(s, s == \"X\")'}"
              : "{'all':[{'field':'channel','op':'in','value':['amazon','ebay','shopify']},"
                  + "{'field':'units','op':'at least','value':1},"
                  + "{'field':'tags','op':'contains none','value':['no-" + i + "']},"
                  + "{'field':'skus','op':'contains any','value':['NO-" + i + "']}]}";
      rules.add(Written.rule("rule " + i, "'when':" + when));
    }
    rules.add(Written.rule("rest", ""));
    Policy policy = Written.policy(Written.rules(rules.toArray(String[]::new)));
    return ReadyPolicy.of(policy, 1, Written.EXPRESSIONS);
  }

  private static void report(String what, ReadyPolicy ready) {
    List<Facts> orders = new ArrayList<>();
    Random random = new Random(20261121);
    for (int i = 0; i < ORDERS; i++) {
      OrderFacts order = Orders.random(random);
      orders.add(new Facts(order, List.of(), new NoStock(), (from, to, load, leaves) -> List.of(), Orders.NOW));
    }
    long best = Long.MAX_VALUE;
    long bestMatch = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      int objections = 0;
      for (Facts facts : orders) {
        for (PolicyInForce.Ruled rule : ready.inForce().rules()) {
          objections += rule.when().objection(facts) == null ? 0 : 1;
        }
      }
      best = Math.min(best, System.nanoTime() - begin);
      assertThat(objections).isEqualTo(99 * ORDERS);
      begin = System.nanoTime();
      orders.forEach(facts -> assertThat(ready.matches(facts.order(), facts.now())).hasValue(99));
      bestMatch = Math.min(bestMatch, System.nanoTime() - begin);
    }
    System.out.printf(
        "%s: %.1f us an order with reasons, %.1f us without%n",
        what, best / 1e3 / ORDERS, bestMatch / 1e3 / ORDERS);
  }
}
