package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationChange;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.promising.Atp;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.shortage.ShortageRule;
import dev.crossdock.orders.shortage.ShortageRules;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders for more than there is, with and without leave to sell ahead. */
class SoldAheadTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate SOON = TODAY.plusDays(10);

  private final Oms oms = new Oms();

  @AfterEach
  void end() {
    assertThat(oms.violations()).isEmpty();
    oms.close();
  }

  @Test
  void anAuthorisedLineIsBackorderedWithItsDayAndWithoutAHold() {
    oms.sells("TEA", 1);
    Authorisation given = authorise(5, SOON);

    oms.told(tea("1", 3)).work();

    OrderLine line = line("1");
    assertThat(line.buckets().backordered()).isEqualTo(2);
    assertThat(line.ahead())
        .containsExactly(new SoldAhead(given.id(), AuthorisationKind.BACKORDER, 2, 0, SOON));
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(oms.order("1").headline().word()).isEqualTo(Headline.Word.BACKORDERED);
    assertThat(find(given.id()).open()).isEqualTo(2);
    assertThat(atp()).extracting(Atp.Term::kind, Atp.Term::units)
        .contains(org.assertj.core.groups.Tuple.tuple(Atp.Kind.BACKORDER, 3L));
  }

  @Test
  void whatIsCancelledComesBackAndWhatIsFilledDoesNot() {
    oms.sells("TEA", 0);
    Authorisation given = authorise(5, SOON);
    oms.told(tea("1", 2)).told(tea("2", 3)).work();
    assertThat(find(given.id()).open()).isEqualTo(5);

    oms.execute("1", new OrderCommand.Cancel("not wanted", null));
    assertThat(find(given.id()).open()).isEqualTo(3);

    oms.stock("TEA", "NYC", 3).work();
    assertThat(find(given.id()).open()).isZero();
    assertThat(find(given.id()).filled()).isEqualTo(3);
    assertThat(line("2").buckets().allocated()).isEqualTo(3);
  }

  @Test
  void neverSellsMoreAheadThanIsAuthorised() {
    oms.sells("TEA", 0);
    Authorisation given = authorise(2, SOON);

    oms.told(tea("1", 3)).told(tea("2", 1)).work();

    assertThat(find(given.id()).open()).isEqualTo(2);
    assertThat(line("1").unpromised() + line("2").unpromised()).isEqualTo(2);
    assertThat(oms.order("2").openHolds()).extracting(Hold::reason).containsExactly(Hold.Reason.STOCK_SHORT);
  }

  @Test
  void followsWhatIsIncomingAndOffersNoneOfItTwice() {
    oms.sells("TEA", 0);
    authorise(100, null);
    assertThat(available()).as("nothing is on its way").isZero();
    PurchaseOrder coming = order(4, SOON);
    assertThat(available()).isEqualTo(4);

    oms.told(tea("1", 3)).work();
    assertThat(line("1").ahead()).extracting(SoldAhead::promisedOn).containsExactly(SOON);
    assertThat(available()).isEqualTo(1);

    receive(coming, 4);
    oms.work();
    assertThat(line("1").buckets().allocated()).isEqualTo(3);
    assertThat(available()).as("one lies there, and nothing is to come").isEqualTo(1);
  }

  @Test
  void aLaterAuthorisationIsUsedByThoseWhoWaitTheOldestFirst() {
    oms.sells("TEA", 0);
    oms.told(tea("1", 1)).work();
    oms.time().tick(Duration.ofMinutes(1));
    oms.told(tea("2", 1)).work();

    authorise(1, SOON);
    oms.write(tx -> { oms.house().routing().stockRose(tx, Set.of("TEA")); return true; });
    oms.work();

    assertThat(line("1").unpromised()).isZero();
    assertThat(line("2").unpromised()).isEqualTo(1);
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void aPreorderKeepsItsStockAndDoesNotLeaveBeforeItsDay() {
    oms.sells("TEA", 2);
    UUID pre =
        accepted(
                oms.write(
                    tx ->
                        oms.house()
                            .backorders()
                            .authorise(
                                tx,
                                new AuthorisationInput(
                                    "TEA", null, null, AuthorisationKind.PREORDER, 3, null, SOON, null))))
            .id();

    oms.told(tea("1", 2)).told(tea("2", 2)).work();

    assertThat(line("1").buckets().reserved()).isEqualTo(2);
    assertThat(line("2").buckets().preordered()).isEqualTo(2);
    assertThat(oms.order("2").headline().word()).isEqualTo(Headline.Word.PRE_ORDER);
    assertThat(oms.number("select count(*) from fulfilment_order where merchant = :merchant")).isZero();

    LocalDate later = SOON.plusDays(2);
    oms.write(
        tx -> oms.house().backorders().change(tx, pre, new AuthorisationChange(null, later, later, null)));
    oms.time().tick(Duration.ofDays(11));
    oms.write(tx -> oms.house().preorderRelease().release(tx));
    oms.work();
    assertThat(line("1").buckets().reserved()).as("the day was put off").isEqualTo(2);

    oms.time().tick(Duration.ofDays(1));
    oms.write(tx -> oms.house().backorders().expire(tx, 10));
    oms.write(tx -> oms.house().preorderRelease().release(tx));
    oms.work();
    assertThat(line("1").buckets().allocated()).isEqualTo(2);
    assertThat(line("2").buckets().preordered()).isEqualTo(2);

    oms.stock("TEA", "NYC", 4).work();
    assertThat(line("2").buckets().allocated()).isEqualTo(2);
  }

  @Test
  void byRuleAShortLineWaitsForAPerson() {
    oms.sells("TEA", 0);
    rule(new ShortageRule(FakeChannel.ID, null, ShortageRule.OnShort.HOLD, ShortageRule.Arrivals.WAITING_FIRST));
    oms.told(tea("1", 1)).work();
    Hold hold = oms.order("1").openHolds().getFirst();
    assertThat(hold.blocks()).contains(Hold.Step.ROUTE);
    assertThat(oms.order("1").headline().word()).isEqualTo(Headline.Word.ON_HOLD);

    oms.stock("TEA", "NYC", 1).work();
    assertThat(line("1").buckets().backordered()).as("nobody has decided").isEqualTo(1);

    oms.execute("1", new OrderCommand.ReleaseHold(hold.id(), "mira", true, "send it"));
    oms.work();
    assertThat(line("1").buckets().allocated()).isEqualTo(1);
  }

  @Test
  void whatArrivesGoesToThoseWhoWaitBeforeNewcomers() {
    oms.sells("TEA", 0);
    oms.told(tea("1", 2)).work();

    oms.stock("TEA", "NYC", 2);
    oms.told(tea("2", 1));
    oms.work();

    assertThat(line("1").buckets().allocated()).isEqualTo(2);
    assertThat(line("2").waiting()).isEqualTo(1);
  }

  @Test
  void whoeverComesFirstTakesItWhereTheRuleSaysSo() {
    oms.sells("TEA", 0);
    rule(new ShortageRule(null, null, ShortageRule.OnShort.WAIT, ShortageRule.Arrivals.FIRST_COME));
    oms.told(tea("1", 2)).work();

    oms.stock("TEA", "NYC", 2);
    oms.told(tea("2", 2)).work();

    assertThat(line("2").buckets().allocated()).isEqualTo(2);
    assertThat(line("1").waiting()).isEqualTo(2);
  }

  @Test
  void priorityComesBeforeAgeAndAPromiseBeforeNone() {
    oms.sells("TEA", 0);
    oms.told(tea("old", 1)).work();
    oms.time().tick(Duration.ofMinutes(1));
    oms.told(tea("dear", 1)).work();
    oms.time().tick(Duration.ofMinutes(1));
    oms.told(tea("mid", 1)).work();
    oms.execute("dear", new OrderCommand.SetPriority(5, "an important buyer"));
    oms.work();

    oms.stock("TEA", "NYC", 1).work();
    assertThat(line("dear").buckets().allocated()).isEqualTo(1);

    oms.stock("TEA", "NYC", 2).work();
    assertThat(line("old").buckets().allocated()).isEqualTo(1);
    assertThat(line("mid").waiting()).isEqualTo(1);
  }

  @Test
  void refusesToLowerAnAuthorisationBelowWhatIsSold() {
    oms.sells("TEA", 0);
    Authorisation given = authorise(5, SOON);
    oms.told(tea("1", 3)).work();

    assertThat(errors(change(given, new AuthorisationChange(2L, null, null, null)))).containsExactly("units used");
    assertThat(errors(change(given, new AuthorisationChange(1_000_000_000_000L, null, null, null))))
        .containsExactly("units range");
    assertThat(accepted(change(given, new AuthorisationChange(3L, null, null, null))).authorised()).isEqualTo(3);
  }

  @Test
  void namesWhatIsWrongWithAnAuthorisation() {
    oms.sells("TEA", 0);
    assertThat(errors(ask("NONE", AuthorisationKind.BACKORDER, 1, null, null))).containsExactly("sku unknown");
    assertThat(errors(ask("TEA", AuthorisationKind.BACKORDER, -1, null, null))).containsExactly("units range");
    assertThat(errors(ask("TEA", AuthorisationKind.BACKORDER, 1_000_000_000_000L, null, null)))
        .containsExactly("units range");
    assertThat(errors(ask("TEA", AuthorisationKind.BACKORDER, 1, TODAY.minusDays(1), null)))
        .containsExactly("promisedOn past");
    assertThat(errors(ask("TEA", AuthorisationKind.PREORDER, 1, null, null))).containsExactly("releaseOn required");
    assertThat(errors(ask("TEA", AuthorisationKind.PREORDER, 1, SOON, SOON.plusDays(1))))
        .containsExactly("releaseOn range");
    assertThat(errors(ask("TEA\0", AuthorisationKind.BACKORDER, 1, null, null))).containsExactly("sku unknown");
  }

  private static AnOrder tea(String id, int units) {
    return anOrder(id).line("TEA", units).buyer(id + "@example.com");
  }

  private Decided<Authorisation> ask(
      String sku, AuthorisationKind kind, long units, @Nullable LocalDate promised, @Nullable LocalDate release) {
    return oms.write(
        tx ->
            oms.house()
                .backorders()
                .authorise(tx, new AuthorisationInput(sku, null, null, kind, units, promised, release, null)));
  }

  private Authorisation authorise(long units, @Nullable LocalDate promised) {
    return accepted(ask("TEA", AuthorisationKind.BACKORDER, units, promised, null));
  }

  private Decided<Authorisation> change(Authorisation of, AuthorisationChange change) {
    return oms.write(tx -> oms.house().backorders().change(tx, of.id(), change));
  }

  private void rule(ShortageRule rule) {
    oms.write(tx -> new ShortageRules().put(tx, oms.house().journal(), List.of(rule)));
  }

  private static List<String> errors(Decided<Authorisation> decided) {
    assertThat(decided).isInstanceOf(Decided.Refused.class);
    return decided instanceof Decided.Refused<Authorisation>(List<ItemError> errors)
        ? errors.stream().map(e -> e.field() + " " + e.rule()).toList()
        : List.of();
  }

  private static Authorisation accepted(Decided<Authorisation> decided) {
    if (decided instanceof Decided.Accepted<Authorisation>(Authorisation done)) {
      return done;
    }
    throw new AssertionError("refused: " + decided);
  }

  private Authorisation find(UUID id) {
    return oms.write(tx -> oms.house().backorders().find(tx, id)).orElseThrow();
  }

  private PurchaseOrder order(int units, LocalDate expected) {
    Decided<PurchaseOrder> placed =
        oms.write(
            tx ->
                oms.house()
                    .documents()
                    .purchaseOrders()
                    .place(
                        tx,
                        new PurchaseOrderInput(
                            null, "ACME", "NYC", 0, expected,
                            List.of(new PurchaseOrderInput.Line("TEA", units, null)))));
    if (placed instanceof Decided.Accepted<PurchaseOrder>(PurchaseOrder done)) {
      return done;
    }
    throw new AssertionError("refused: " + placed);
  }

  private void receive(PurchaseOrder order, int units) {
    oms.write(
        tx ->
            oms.house()
                .documents()
                .purchaseOrders()
                .execute(
                    tx,
                    order.id(),
                    new PurchaseOrderCommand.Receive(
                        "DN-1", List.of(PurchaseOrderCommand.Received.good(1, units)), tx.now())));
  }

  private List<Atp.Term> atp() {
    return told().terms();
  }

  private long available() {
    return told().available();
  }

  private Atp told() {
    return oms.write(tx -> oms.house().promising().atp(tx, context(), Set.of("TEA"))).values().iterator().next();
  }

  private static AtpContext context() {
    return new AtpContext(FakeChannel.ID, Oms.ACCOUNT, Set.of(), AtpContext.Delivery.SHIP);
  }

  private OrderLine line(String id) {
    Order order = oms.order(id);
    return order.line(1);
  }
}
