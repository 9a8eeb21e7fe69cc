package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.Written.channel;
import static dev.crossdock.routing.policies.Written.json;
import static dev.crossdock.routing.policies.Written.rule;
import static dev.crossdock.routing.policies.Written.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.FactsSource;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.conditions.Orders;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.testing.Oms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoliciesTest {

  private static final JsonNode WEB = rules(channel("Amazon", "amazon"), rule("rest", ""));
  private static final JsonNode OTHER = rules(rule("all", "'split':{'parcelsMost':1}"));

  private final Oms oms = new Oms();
  private final List<ActivationGuard.Objection> objections = new ArrayList<>();
  private Policies policies = policies();
  private StoredPolicies stored = new StoredPolicies(policies, Written.EXPRESSIONS);

  @BeforeEach
  void place() {
    oms.location("CGN", 50.9, 6.9);
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void beginsWithThePolicyOfTheHouse() {
    PolicyVersion active = oms.write(policies::active);

    assertThat(active.version()).isEqualTo(1);
    assertThat(active.author()).isEqualTo("Crossdock");
    List<PolicyVersion> listed = oms.write(tx -> policies.list(tx, Integer.MAX_VALUE, 10));
    assertThat(listed).hasSize(1);
    assertThat(found(1)).isTrue();
    assertThat(inForce().label()).isEqualTo("default");
    assertThat(oms.number("select count(*) from routing_policy")).isZero();
  }

  @Test
  void draftsChangeAndDecideOnceActive() {
    PolicyVersion draft = done(told(tx -> policies.draft(tx, null, WEB, "first")));
    assertThat(draft.version()).isEqualTo(2);
    assertThat(inForce().label()).isEqualTo("default");

    PolicyVersion changed = done(told(tx -> policies.replace(tx, 2, 1, OTHER, null)));
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.comment()).isEqualTo("first");
    assertThat(told(tx -> policies.replace(tx, 2, 1, WEB, null))).isEqualTo(new PolicyOutcome.Stale(2));

    done(told(tx -> policies.activate(tx, 2, null)));
    assertThat(inForce().label()).isEqualTo("web@2");
    assertThat(oms.text("select string_agg(version || ' ' || state, ', ' order by version) from routing_policy"))
        .isEqualTo("1 ARCHIVED, 2 ACTIVE");
    assertThat(told(tx -> policies.replace(tx, 2, 2, WEB, null))).isInstanceOf(PolicyOutcome.WrongState.class);
    assertThat(oms.text("select string_agg(type, ', ' order by version) from journal where stream = 'routing-policy'"))
        .isEqualTo("routing-policy.drafted, routing-policy.changed, routing-policy.activated");
  }

  @Test
  void aDraftMayBeUnfinishedButNotDecide() {
    JsonNode unfinished = json("{'name':'x','rules':[{'name':'a','when':{'field':'colour'}}]}");
    done(told(tx -> policies.draft(tx, null, unfinished, "")));

    PolicyOutcome outcome = told(tx -> policies.activate(tx, 2, null));

    assertThat(outcome).isInstanceOfSatisfying(PolicyOutcome.Invalid.class, invalid -> {
      assertThat(invalid.sentence()).isEqualTo("Version 2 can't decide; version 1 stays in force.");
      assertThat(invalid.faults()).extracting(Fault::pointer)
          .containsExactly("/rules/0/when/field", "/rules/0/when/op", "/rules/0/otherwise");
    });
    assertThat(inForce().label()).isEqualTo("default");
  }

  @Test
  void neverKeepsWhatIsBeyondTheLimits() {
    JsonNode bomb = rules(rule("a", "'when':{'expression':'" + "1".repeat(1_000_000) + "'}"));

    assertThat(told(tx -> policies.draft(tx, null, bomb, ""))).isInstanceOf(PolicyOutcome.Invalid.class);
    assertThat(oms.number("select count(*) from routing_policy where version > 1")).isZero();
  }

  @Test
  void aLocationThatIsNotThereKeepsItFromDeciding() {
    done(told(tx -> policies.draft(tx, null, rules(rule("a", "'from':{'codes':['CGN','X']}")), "")));

    assertThat(told(tx -> policies.activate(tx, 2, null))).isInstanceOfSatisfying(
        PolicyOutcome.Invalid.class,
        invalid -> assertThat(invalid.faults()).extracting(Fault::rule).containsExactly("unknown-location"));
  }

  @Test
  void aGuardIsOverriddenByANamedPersonOnly() {
    objections.add(new ActivationGuard.Objection("backtest", "It was not tried."));
    done(told(tx -> policies.draft(tx, null, WEB, "")));

    assertThat(told(tx -> policies.activate(tx, 2, null))).isEqualTo(new PolicyOutcome.Guarded(objections));
    PolicyVersion active =
        done(told(tx -> policies.activate(tx, 2, new PolicyVersion.Override("Mira", "the sale begins"))));

    assertThat(active.activation()).isNotNull();
    assertThat(oms.text("select overridden_by || ': ' || override_reason from routing_policy where version = 2"))
        .isEqualTo("Mira: the sale begins");
    String told = "select payload::json->>'guardsOverridden' from journal where type = 'routing-policy.activated'";
    assertThat(oms.text(told)).isEqualTo("true");
  }

  @Test
  void goesBackToAnEarlierVersionAsANewOne() {
    activated(WEB);
    activated(OTHER);

    PolicyVersion again = done(told(tx -> policies.rollBack(tx, 2, "it was better")));

    assertThat(again.version()).isEqualTo(4);
    assertThat(again.basedOn()).isEqualTo(2);
    assertThat(inForce().label()).isEqualTo("web@4");
    assertThat(inForce().rules()).hasSize(2);
    assertThat(told(tx -> policies.rollBack(tx, 4, ""))).isInstanceOf(PolicyOutcome.WrongState.class);
    assertThat(told(tx -> policies.rollBack(tx, 9, ""))).isEqualTo(new PolicyOutcome.Missing());
  }

  @Test
  void throwsDraftsAwayAndNeverGivesANumberTwice() {
    done(told(tx -> policies.draft(tx, null, WEB, "")));
    done(told(tx -> policies.discard(tx, 2)));

    assertThat(found(2)).isFalse();
    assertThat(done(told(tx -> policies.draft(tx, null, null, ""))).version()).isEqualTo(3);
    assertThat(told(tx -> policies.discard(tx, 1))).isInstanceOf(PolicyOutcome.WrongState.class);
  }

  @Test
  void aCanaryDecidesForItsShareAndAlwaysForTheSameOrders() {
    done(told(tx -> policies.draft(tx, null, WEB, "")));
    done(told(tx -> policies.canary(tx, 2, 20)));
    assertThat(told(tx -> policies.canary(tx, 2, 20))).isInstanceOf(PolicyOutcome.Done.class);

    long first = share();

    assertThat(first).isBetween(150L, 250L);
    assertThat(share()).isEqualTo(first);
    done(told(tx -> policies.archive(tx, 2)));
    assertThat(share()).isZero();
  }

  @Test
  void anActiveVersionThatCanNoLongerBeReadLeavesTheOneBeforeInForceAndSaysSo() {
    activated(WEB);
    activated(OTHER);
    String spoiled = "update routing_policy set content = '{}' where merchant = :merchant and version = 3";
    oms.write(tx -> tx.sql(spoiled).update());
    restart();

    assertThat(inForce().label()).isEqualTo("web@2");
    PolicyWatch watch = new PolicyWatch(policies, stored, oms.house().exceptions());
    oms.write(tx -> {
      watch.look(tx);
      watch.look(tx);
      return 0;
    });
    assertThat(oms.text("select sentence from exception_case where closed_at is null"))
        .isEqualTo("Version 3 of the routing policy can no longer be read, so web@2 decides instead.");

    activated(WEB);
    oms.write(tx -> {
      watch.look(tx);
      return 0;
    });
    assertThat(oms.number("select count(*) from exception_case where closed_at is null")).isZero();
  }

  @Test
  void readsAPolicyAgainOnlyWhenAnotherDecides() {
    activated(WEB);
    PolicyInForce first = inForce();

    assertThat(inForce()).isSameAs(first);
    done(told(tx -> policies.draft(tx, null, OTHER, "")));
    assertThat(inForce()).isSameAs(first);
  }

  private PolicyOutcome told(Function<Tx, PolicyOutcome> command) {
    return oms.write(command);
  }

  private boolean found(int version) {
    return oms.write(tx -> policies.find(tx, version).isPresent());
  }

  private void activated(JsonNode json) {
    PolicyVersion draft = done(told(tx -> policies.draft(tx, null, json, "")));
    done(told(tx -> policies.activate(tx, draft.version(), null)));
  }

  private void restart() {
    policies = policies();
    stored = new StoredPolicies(policies, Written.EXPRESSIONS);
  }

  private long share() {
    return oms.write(tx -> {
      long canary = 0;
      for (int i = 0; i < 1_000; i++) {
        OrderFacts order = Orders.numbered("1-" + i);
        canary += stored.inForce(tx).of(order).version() == 2 ? 1 : 0;
      }
      return canary;
    });
  }

  private PolicyInForce inForce() {
    return oms.write(tx -> stored.inForce(tx).of(Orders.from("amazon")));
  }

  private static PolicyVersion done(PolicyOutcome outcome) {
    assertThat(outcome).isInstanceOf(PolicyOutcome.Done.class);
    return ((PolicyOutcome.Done) outcome).version();
  }

  private Policies policies() {
    Surroundings surroundings =
        new Surroundings(
            oms.house().locations(), FactsSource.PLAIN, (tx, skus) -> skus,
            tx -> Map.of("amazon", Set.of("main")));
    ActivationGuard guard = (tx, candidate, active) -> List.copyOf(objections);
    return new Policies(Written.READER, surroundings, List.of(guard), oms.house().journal());
  }
}
