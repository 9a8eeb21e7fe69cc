package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationInput;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.validation.PickupHolds;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.facts.PickupPlaces;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What orders are decided on that their channel tells of the buyer, from the message to the placement. */
class PeopleAndPickupTest {

  private static final String STICKY =
      "{'name':'sticky','rules':[{'name':'as last time','prefer':{'inTurn':[{'rating':{'type':'last-location'}}]},"
          + "'otherwise':{'do':'backorder'}}]}";
  private static final String BY_BUYER =
      "{'name':'by buyer','rules':["
          + "{'name':'firms','when':{'field':'business','op':'is','value':true},'from':{'codes':['LAX']},"
          + "'otherwise':{'do':'backorder'}},"
          + "{'name':'regulars','when':{'field':'customerOrders','op':'at least','value':2},'from':{'codes':['CHI']},"
          + "'otherwise':{'do':'backorder'}},"
          + "{'name':'all others','otherwise':{'do':'backorder'}}]}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Oms oms = new Oms();
  private final Expressions expressions = new Expressions();
  private final Policies policies =
      new Policies(
          new PolicyReader(expressions),
          new Surroundings(
              oms.house().locations(), oms.house().network().facts(), oms.house().catalog()::known, tx -> Map.of()),
          List.of(),
          oms.house().journal());

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void theNextOrderOfABuyerLeavesFromWhereTheLastOneDid() {
    decides(STICKY);
    oms.location("LAX", 34.0, -118.2).sells("TEA", 0).stock("TEA", "LAX", 9);
    comes(anOrder("1").line("TEA", 1).buyer("ada@example.com"));
    assertThat(places("1")).containsExactly("LAX");

    oms.stock("TEA", "NYC", 9);
    comes(anOrder("2").line("TEA", 1).buyer("ADA@example.com"));
    comes(anOrder("3").line("TEA", 1).buyer("bob@example.com"));
    assertThat(places("2")).as("the same buyer").containsExactly("LAX");
    assertThat(places("3")).as("a newcomer, nearer to New York").containsExactly("NYC");
  }

  @Test
  void earlierOrdersAndBusinessesAreKnownToConditionsAndCancelledOrdersDoNotCount() {
    oms.location("LAX", 34.0, -118.2).location("CHI", 41.9, -87.6).sells("TEA", 9);
    decides(BY_BUYER);
    oms.stock("TEA", "LAX", 9).stock("TEA", "CHI", 9);
    comes(anOrder("1").line("TEA", 1).buyer("ada@example.com"));
    comes(anOrder("2").line("TEA", 2).buyer("ada@example.com"));
    comes(anOrder("3").line("TEA", 3).buyer("ada@example.com").cancelled());
    comes(anOrder("4").line("TEA", 4).buyer("ada@example.com"));
    comes(anOrder("5").line("TEA", 1).company("eve@example.com", "Eve & Sons"));
    comes(anOrder("6").line("TEA", 1).buyer("joe@example.com").tagged("business"));
    assertThat(List.of(places("1"), places("2"), places("4"), places("5"), places("6")))
        .containsExactly(List.of("NYC"), List.of("NYC"), List.of("CHI"), List.of("LAX"), List.of("LAX"));
  }

  @Test
  void buyersAreLookedUpOnlyWhereAPolicyAsksForThem() {
    StoredPolicies stored = new StoredPolicies(policies, expressions);
    oms.location("LAX", 34.0, -118.2).location("CHI", 41.9, -87.6);
    assertThat(asksBuyer(stored)).isFalse();
    decides(STICKY);
    assertThat(asksBuyer(stored)).isTrue();
    decides("{'name':'plain','rules':[{'name':'all','otherwise':{'do':'backorder'}}]}");
    assertThat(asksBuyer(stored)).isFalse();
    decides(
        "{'name':'new','rules':[{'name':'all','when':{'expression':'customerOrders > 3'},"
            + "'otherwise':{'do':'backorder'}}]}");
    assertThat(asksBuyer(stored)).isTrue();
  }

  @Test
  void anOrderThatIsCollectedGoesToThatPlaceAndNowhereElse() {
    shop("SOHO", "Soho store");
    oms.sells("TEA", 9).stock("TEA", "SOHO", 1);
    comes(anOrder("1").line("TEA", 1).collectedAt("soho  Store"));
    assertThat(places("1")).containsExactly("SOHO");

    comes(anOrder("2").line("TEA", 1).collectedAt("SOHO"));
    Order second = oms.order("2");
    assertThat(second.lines().getFirst().waiting()).isEqualTo(1);
    RoutingPlan.Candidate other =
        decision(second).candidates().stream().filter(c -> c.location().equals("NYC")).findFirst().orElseThrow();
    assertThat(other.by()).isEqualTo("pickup");
    assertThat(other.reason()).isEqualTo("is not SOHO, where the buyer collects");
  }

  @Test
  void aPlaceThatNobodyKnowsHoldsTheOrderUntilSomebodyNamesIt() {
    oms.sells("TEA", 9);
    comes(anOrder("1").line("TEA", 1).collectedAt("Harbour shop"));
    Hold hold = oms.order("1").openHolds().getFirst();
    assertThat(hold.reason()).isEqualTo(Hold.Reason.PICKUP_PLACE);
    assertThat(hold.sentence()).contains("\"Harbour shop\"", "no location has that code or name");
    assertThat(oms.order("1").lines().getFirst().buckets().unplaced()).isEqualTo(1);
    assertThat(settle()).isZero();

    shop("HARBOUR", "Harbour Shop");
    oms.stock("TEA", "HARBOUR", 2);
    assertThat(settle()).isEqualTo(1);
    route();
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(places("1")).containsExactly("HARBOUR");
  }

  @Test
  void whereTheChannelTellsNoPlaceTheOnlyOneThatOffersPickupIsMeant() {
    oms.sells("TEA", 9);
    comes(anOrder("1").line("TEA", 1).collectedAt(null));
    assertThat(oms.order("1").openHolds().getFirst().sentence()).contains("did not tell", "no location offers pickup");

    shop("SOHO", "Soho store");
    offersPickup("SOHO");
    oms.stock("TEA", "SOHO", 5);
    comes(anOrder("2").line("TEA", 1).collectedAt(null));
    assertThat(places("2")).containsExactly("SOHO");

    shop("HARBOUR", "Harbour shop");
    offersPickup("HARBOUR");
    comes(anOrder("3").line("TEA", 2).collectedAt(null));
    assertThat(oms.order("3").openHolds().getFirst().sentence()).contains("several locations offer pickup");
  }

  @Test
  void whoeverPinsTheOrderAndReleasesItDecides() {
    oms.sells("TEA", 9);
    comes(anOrder("1").line("TEA", 1).collectedAt("Nowhere"));
    Order held = oms.order("1");
    oms.execute("1", new OrderCommand.ReleaseHold(held.openHolds().getFirst().id(), "ann", true, "from New York"));
    route();
    assertThat(places("1")).containsExactly("NYC");
  }

  private boolean asksBuyer(StoredPolicies stored) {
    return oms.write(tx -> stored.inForce(tx).asksBuyer());
  }

  private void shop(String code, String name) {
    LocationInput shop =
        new LocationInput(code, name, "STORE", "US", null, null, null, 34.0, -118.2, null, null, null);
    oms.write(tx -> oms.house().locations().put(tx, List.of(shop)));
  }

  private void offersPickup(String code) {
    ProfileInput profile =
        new ProfileInput(code, null, null, null, null, null, null, null, true, null, null, null, null);
    oms.write(tx -> oms.house().network().profiles().put(tx, List.of(profile)));
  }

  private int settle() {
    return oms.write(
        tx -> {
          PickupPlaces known = oms.house().routing().pickupPlaces(tx);
          return new PickupHolds(oms.house().orders()).settle(tx, told -> known.find(told) != null);
        });
  }

  private void route() {
    oms.work();
  }

  private void comes(AnOrder order) {
    oms.told(order).work();
    oms.time().tick(Duration.ofHours(1));
  }

  private List<String> places(String id) {
    Set<String> places =
        oms.order(id).placements().stream().map(Placement::location).collect(Collectors.toSet());
    return places.stream().sorted().toList();
  }

  private Decisions.Decision decision(Order order) {
    return oms.write(tx -> new Decisions().ofOrder(tx, order.id())).getFirst();
  }

  private void decides(String policy) {
    int version =
        ((PolicyOutcome.Done)
                oms.write(tx -> policies.draft(tx, null, JSON.readTree(policy.replace('\'', '"')), "")))
            .version()
            .version();
    PolicyOutcome outcome = oms.write(tx -> policies.activate(tx, version, null));
    assertThat(outcome).as(outcome.toString()).isInstanceOf(PolicyOutcome.Done.class);
  }
}
