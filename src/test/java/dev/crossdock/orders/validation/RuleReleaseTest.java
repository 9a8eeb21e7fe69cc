package dev.crossdock.orders.validation;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.ListingInput;
import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.Remapping;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule: its cause holds the order back, and when the cause is gone the order goes on with nobody's help. */
class RuleReleaseTest {

  private static final String LATER = "2026-11-20T11:00:00Z";

  private final Oms oms = new Oms().sells("A-1", 100);

  @AfterEach
  void close() {
    oms.close();
  }

  /** A rule, what makes it find something in order 1, and what ends that. */
  enum Case {
    SKU_MAPPED(
        Hold.Reason.SKU_UNMAPPED,
        oms -> oms.told(order().line("X-9", 1)),
        oms -> oms.map("X-9", "A-1")),
    PRODUCT_APPEARED(
        Hold.Reason.SKU_UNMAPPED,
        oms -> oms.told(order().line("N-1", 1)),
        oms -> oms.sells("N-1", 5)),
    LISTING_CORRECTED_AT_THE_CHANNEL(
        Hold.Reason.SKU_UNMAPPED,
        oms -> oms.told(order().line(null, 1)),
        oms -> oms.told(order().line("A-1", 1).at(LATER))),
    PAYMENT_CLEARED(
        Hold.Reason.PAYMENT,
        oms -> oms.told(order().line("A-1", 1).payment(Payment.PENDING)),
        oms -> oms.told(order().line("A-1", 1).payment(Payment.AUTHORISED).at(LATER))),
    TOTALS_CORRECTED(
        Hold.Reason.PRICE_OR_TAX_MISMATCH,
        oms -> oms.told(order().line("A-1", 1).total(700)),
        oms -> oms.told(order().line("A-1", 1).at(LATER))),
    ADDRESS_TOLD(
        Hold.Reason.ADDRESS,
        oms -> oms.told(order().line("A-1", 1).shipTo(null)),
        oms -> oms.told(order().line("A-1", 1).at(LATER))),
    ADDRESS_CORRECTED(
        Hold.Reason.ADDRESS,
        oms -> oms.told(order().line("A-1", 1).shipTo(address("US", null))),
        oms -> oms.told(order().line("A-1", 1).shipTo(address("US", "10001")).at(LATER))),
    RESTRICTION_LIFTED(
        Hold.Reason.COMPLIANCE,
        oms -> {
          restrict(oms, Set.of("US", "CU"));
          oms.told(order().line("A-1", 1));
        },
        oms -> restrict(oms, Set.of("CU"))),
    DESTINATION_CHANGED(
        Hold.Reason.COMPLIANCE,
        oms -> {
          restrict(oms, Set.of("CU"));
          oms.told(order().line("A-1", 1).shipTo(address("CU", "10400")));
        },
        oms -> oms.told(order().line("A-1", 1).at(LATER))),
    OTHER_ORDER_CANCELLED(
        Hold.Reason.DUPLICATE_SUSPECT,
        oms -> oms.told(anOrder("0").line("A-1", 1)).work().told(order().line("A-1", 1)),
        oms -> oms.told(anOrder("0").line("A-1", 1).cancelled().at(LATER))),
    OTHER_ORDER_SELLS_SOMETHING_ELSE(
        Hold.Reason.DUPLICATE_SUSPECT,
        oms -> oms.told(anOrder("0").line("A-1", 1)).work().told(order().line("A-1", 1)),
        oms -> oms.told(anOrder("0").line("A-1", 3).at(LATER))),
    THE_ORDER_ITSELF_SELLS_SOMETHING_ELSE(
        Hold.Reason.DUPLICATE_SUSPECT,
        oms -> oms.told(anOrder("0").line("A-1", 1)).work().told(order().line("A-1", 1)),
        oms -> oms.told(order().line("A-1", 3).at(LATER))),
    STOCK_ARRIVED(
        Hold.Reason.STOCK_SHORT,
        oms -> oms.sells("S-1", 0).told(order().line("S-1", 2)),
        oms -> oms.stock("S-1", "NYC", 2)),
    STOCK_GIVEN_BACK(
        Hold.Reason.STOCK_SHORT,
        oms -> oms.sells("S-1", 1).told(anOrder("0").line("S-1", 1)).work().told(order().line("S-1", 1)
            .buyer("other@example.com")),
        oms -> oms.told(anOrder("0").line("S-1", 1).cancelled().at(LATER))),
    CHANNEL_RELEASED(
        Hold.Reason.CHANNEL_PENDING,
        oms -> oms.told(order().line("A-1", 1).pending()),
        oms -> oms.told(order().line("A-1", 1).at(LATER)));

    private final Hold.Reason reason;
    private final Consumer<Oms> cause;
    private final Consumer<Oms> end;

    Case(Hold.Reason reason, Consumer<Oms> cause, Consumer<Oms> end) {
      this.reason = reason;
      this.cause = cause;
      this.end = end;
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsWhileTheCauseIsThereAndGoesOnByItselfWhenItIsGone(Case rule) {
    rule.cause.accept(oms);
    oms.work();
    Order held = oms.order("1");
    assertThat(held.openHolds()).extracting(Hold::reason).containsExactly(rule.reason);
    assertThat(held.line(1).buckets().allocated()).as("nothing is released").isZero();

    rule.end.accept(oms);
    oms.work();

    Order free = oms.order("1");
    assertThat(free.openHolds()).isEmpty();
    assertThat(free.line(1).buckets().allocated()).isEqualTo(free.line(1).buckets().ordered());
    assertThat(free.holds()).allSatisfy(hold -> {
      assertThat(hold.release()).isNotNull();
      assertThat(hold.release()).extracting(Hold.Release::byPerson).isEqualTo(false);
    });
  }

  @Test
  void everyReasonThatARuleGivesHasACase() {
    Set<Hold.Reason> tested = EnumSet.noneOf(Hold.Reason.class);
    for (Case rule : Case.values()) {
      tested.add(rule.reason);
    }
    assertThat(tested)
        .containsExactlyInAnyOrder(
            Hold.Reason.SKU_UNMAPPED, Hold.Reason.PAYMENT, Hold.Reason.PRICE_OR_TAX_MISMATCH, Hold.Reason.ADDRESS,
            Hold.Reason.COMPLIANCE, Hold.Reason.DUPLICATE_SUSPECT, Hold.Reason.STOCK_SHORT,
            Hold.Reason.CHANNEL_PENDING);
  }

  @Test
  void twoAlikeInOneBatchAreSuspectedOnceAndTheFirstGoesOn() {
    oms.told(anOrder("1").line("A-1", 2)).told(anOrder("2").line("A-1", 2)).told(anOrder("3").line("A-1", 1)).work();

    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(oms.order("3").openHolds()).isEmpty();
    Hold hold = oms.order("2").openHolds().getFirst();
    assertThat(hold.reason()).isEqualTo(Hold.Reason.DUPLICATE_SUSPECT);
    assertThat(hold.evidence()).containsEntry("orders", oms.order("1").number());
  }

  @Test
  void oneOrderToldTwiceInOneBatchIsNoDuplicateOfItself() {
    oms.told(anOrder("1").line("A-1", 2)).told(anOrder("1").line("A-1", 2).at(LATER)).work();
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void whicheverComesInSecondIsSuspectedAndTheFirstStaysFreeWhenToldAgain() {
    oms.told(anOrder("1").line("A-1", 2).placed("2026-11-20T10:20:00Z")).work();
    oms.told(anOrder("2").line("A-1", 2).placed("2026-11-20T10:05:00Z")).work();
    assertThat(oms.order("2").openHolds()).extracting(Hold::reason).containsExactly(Hold.Reason.DUPLICATE_SUSPECT);

    oms.told(anOrder("1").line("A-1", 2).placed("2026-11-20T10:20:00Z").note("quickly, please").at(LATER)).work();
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void ordersPlacedFarApartAreNotSuspected() {
    oms.told(anOrder("1").line("A-1", 2).placed("2026-11-20T09:00:00Z")).told(anOrder("2").line("A-1", 2)).work();
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(oms.order("2").openHolds()).isEmpty();
  }

  @Test
  void theFirstCancelledInTheSameBatchHoldsNobody() {
    oms.told(anOrder("1").line("A-1", 2))
        .told(anOrder("2").line("A-1", 2))
        .told(anOrder("1").line("A-1", 2).cancelled().at(LATER))
        .work();
    assertThat(oms.order("2").openHolds()).isEmpty();
    assertThat(oms.order("2").line(1).buckets().allocated()).isEqualTo(2);
  }

  @Test
  void aSuspicionStaysWhileAnotherOfItsOrdersIsLeft() {
    oms.told(anOrder("1").line("A-1", 2)).work().told(anOrder("2").line("A-1", 2)).work();
    oms.told(anOrder("3").line("A-1", 2)).work();
    assertThat(oms.order("3").openHolds().getFirst().evidence().get("orders"))
        .contains(oms.order("1").number(), oms.order("2").number());

    oms.told(anOrder("1").line("A-1", 2).cancelled().at(LATER)).work();
    assertThat(oms.order("2").openHolds()).isEmpty();
    assertThat(oms.order("3").openHolds()).hasSize(1);
  }

  @Test
  void aLookNowAndThenFindsAMappingThatNobodyNoticed() {
    oms.told(order().line("X-9", 1)).work();
    ListingInput listing = new ListingInput(FakeChannel.ID, Oms.ACCOUNT, "X-9", "A-1");
    oms.write(tx -> oms.house().catalog().putListings(tx, List.of(listing)));

    Remapping.Looked looked = oms.write(tx -> oms.house().remapping().freeKnown(tx, null));
    assertThat(looked).isEqualTo(new Remapping.Looked(1, null));
    assertThat(oms.work().order("1").openHolds()).isEmpty();
  }

  @Test
  void aLookNowAndThenFindsARestrictionThatIsGone() {
    restrict(oms, Set.of("US"));
    oms.told(order().line("A-1", 1)).work();
    oms.write(tx -> tx.sql("delete from restricted_country where merchant = :merchant").update());

    int settled = oms.write(tx -> oms.house().restrictions().settle(tx));
    assertThat(settled).isEqualTo(1);
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void aLookNowAndThenFindsStockThatNobodyNoticed() {
    oms.sells("S-1", 0).told(order().line("S-1", 2)).work();
    oms.write(tx -> oms.house().stock().setOnHand(tx, List.of(new StockSet("S-1", "NYC", 5))));
    assertThat(oms.work().order("1").openHolds()).hasSize(1);

    int lookedAt = oms.write(tx -> oms.house().routing().retryWaiting(tx));
    assertThat(lookedAt).isEqualTo(1);
    assertThat(oms.work().order("1").openHolds()).isEmpty();
  }

  @Test
  void aLookThatChangesNothingLeavesNoDecision() {
    oms.sells("S-1", 1).told(order().line("S-1", 2)).work();
    long decisions = oms.number("select count(*) from routing_decision where merchant = :merchant");
    oms.write(
        tx -> {
          oms.house().routing().stockRose(tx, Set.of("S-1"));
          return true;
        });
    oms.work();
    assertThat(oms.number("select count(*) from routing_queue where merchant = :merchant")).isZero();
    assertThat(oms.number("select count(*) from routing_decision where merchant = :merchant")).isEqualTo(decisions);
  }

  @Test
  void aLookNowAndThenFindsACancelledDouble() {
    oms.told(anOrder("0").line("A-1", 1)).work().told(order().line("A-1", 1)).work();
    oms.execute("0", new OrderCommand.Cancel("by a person", null));
    assertThat(oms.house().duplicates().worthALook(Merchant.MAIN)).as("noticed, and then forgotten").isTrue();
    assertThat(oms.work().order("1").openHolds()).hasSize(1);

    int settled = oms.write(tx -> oms.house().duplicates().settle(tx, oms.house().orders()));
    assertThat(settled).isEqualTo(1);
    assertThat(oms.work().order("1").line(1).buckets().allocated()).isEqualTo(1);
  }

  private static AnOrder order() {
    return anOrder("1");
  }

  private static IncomingAddress address(String country, @Nullable String postalCode) {
    String region = country.equals("US") ? "NY" : null;
    return new IncomingAddress(
        "Ada Love", null, "1 Main Street", null, null, "Town", region, postalCode, country, null, null, null);
  }

  private static void restrict(Oms oms, Set<String> countries) {
    int freed = oms.write(tx -> oms.house().restrictions().put(tx, countries));
    assertThat(freed).isNotNegative();
  }
}
