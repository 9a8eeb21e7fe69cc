package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingOrder.Delivery;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.IncomingTotals;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.sandbox.Messages.Event;
import dev.crossdock.sandbox.SimOrder.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated channels send is what the real adapters read. */
class StoriesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final long SEED = 5;
  private static final SimulatedChannels CHANNELS = SimulatedChannels.open(SEED);

  private static final Map<Shop, RealAdapter> ADAPTERS = new EnumMap<>(Shop.class);

  private final Messages messages = new Messages(CHANNELS.credentials());
  private final Baskets baskets = new Baskets(SEED);

  @AfterAll
  static void closeChannels() {
    ADAPTERS.values().forEach(RealAdapter::close);
    CHANNELS.close();
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void plainOrdersAreAuthenticAndTheirTotalsAddUp(Shop shop) {
    for (int number = 1; number <= 200; number++) {
      IncomingOrder order = read(shop, order(number, shop, Story.PLAIN));

      assertThat(IncomingTotals.of(order).orElseThrow().addUp()).as("order %d of %s", number, shop).isTrue();
      assertThat(order.shipTo()).isNotNull();
      assertThat(order.delivery()).isEqualTo(Delivery.SHIP);
      assertThat(order.placedAt()).isEqualTo(NOW);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Shop.class, names = {"SHOPIFY", "WOOCOMMERCE"})
  void codesAndTipsAddUpToo(Shop shop) {
    for (int number = 1; number <= 100; number++) {
      IncomingOrder order = read(shop, order(number, shop, Story.WITH_CODE));

      assertThat(IncomingTotals.of(order).orElseThrow().addUp()).as("order %d of %s", number, shop).isTrue();
      assertThat(IncomingTotals.of(order).orElseThrow().discounts().minor()).isPositive();
    }
    IncomingOrder tipped = read(Shop.SHOPIFY, order(7, Shop.SHOPIFY, Story.WITH_TIP));
    assertThat(IncomingTotals.of(tipped).orElseThrow().addUp()).isTrue();
  }

  @Test
  void aWrongTotalIsOffByWhatNobodyExplains() {
    IncomingOrder order = read(Shop.WOOCOMMERCE, order(3, Shop.WOOCOMMERCE, Story.WRONG_TOTAL));

    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isEqualTo(-350);
  }

  @Test
  void ordersFromTheTillWereCarriedOut() {
    IncomingOrder order = read(Shop.SHOPIFY, order(11, Shop.SHOPIFY, Story.AT_THE_TILL));

    assertThat(order.delivery()).isEqualTo(Delivery.CARRY_OUT);
    assertThat(order.lines()).allSatisfy(line -> assertThat(line.shipped()).isEqualTo(line.ordered()));
    assertThat(IncomingTotals.of(order).orElseThrow().addUp()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Shop.class, names = {"SHOPIFY", "WOOCOMMERCE"})
  void unpaidOrdersWaitAndArePaidLater(Shop shop) {
    SimOrder unpaid = order(21, shop, Story.PAID_LATER);

    assertThat(read(shop, unpaid).payment()).isEqualTo(Payment.PENDING);
    assertThat(read(shop, unpaid.in(State.PAID, NOW.plusSeconds(60))).payment()).isEqualTo(Payment.PAID);
  }

  @Test
  void pendingAmazonOrdersHaveNeitherPriceNorAddress() {
    SimOrder pending = order(31, Shop.AMAZON, Story.PENDING);
    IncomingOrder before = read(Shop.AMAZON, pending);
    IncomingOrder after = read(Shop.AMAZON, pending.in(State.PAID, NOW.plusSeconds(60)));

    assertThat(before.pending()).isTrue();
    assertThat(before.shipTo()).isNull();
    assertThat(IncomingTotals.of(before)).isEmpty();
    assertThat(after.pending()).isFalse();
    assertThat(IncomingTotals.of(after).orElseThrow().addUp()).isTrue();
  }

  @Test
  void whatAmazonShipsIsNotOursToShip() {
    IncomingOrder order = read(Shop.AMAZON, order(41, Shop.AMAZON, Story.BY_CHANNEL));

    assertThat(order.lines()).allSatisfy(line -> assertThat(line.fulfilledBy()).isEqualTo(FulfilledBy.CHANNEL));
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void cancelledOrdersAreCancelledInWhole(Shop shop) {
    IncomingOrder order = read(shop, order(51, shop, Story.PLAIN).in(State.CANCELLED, NOW.plusSeconds(9)));

    assertThat(order.cancelled()).isTrue();
  }

  @Test
  void tornMessagesAreAuthenticAndInvalid() {
    SimOrder order = order(61, Shop.SHOPIFY, Story.TORN);
    RawMessage torn = raw(messages.torn(order));
    RealAdapter adapter = adapter(Shop.SHOPIFY);

    assertThat(adapter.verify(torn)).isInstanceOf(Verification.Authentic.class);
    assertThat(adapter.decode(torn)).isInstanceOf(Decoded.Invalid.class);
  }

  private static RealAdapter adapter(Shop shop) {
    return ADAPTERS.computeIfAbsent(shop, any -> RealAdapter.of(any, CHANNELS, NOW));
  }

  private SimOrder order(long number, Shop shop, Story story) {
    return baskets.order(number, new Deck.Card(shop, story), NOW);
  }

  /** As the product would come to know it: from the message itself, or by fetching what it names. */
  private IncomingOrder read(Shop shop, SimOrder order) {
    RawMessage message = raw(messages.of(shop, order, Event.CREATED));
    CHANNELS.book(shop).put(Messages.orderId(shop, order), order);
    RealAdapter adapter = adapter(shop);
    assertThat(adapter.verify(message)).isInstanceOf(Verification.Authentic.class);
    if (adapter.decode(message) instanceof Decoded.FetchNeeded(String id, Instant changedAt)) {
      assertThat(changedAt).isEqualTo(order.updated());
      FetchOutcome outcome = adapter.fetch(id);
      assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
      return adapter.order(((FetchOutcome.Fetched) outcome).document());
    }
    return adapter.order(message);
  }

  private RawMessage raw(Message message) {
    Map<String, String> headers = new HashMap<>();
    messages
        .signed(message, NOW.getEpochSecond())
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new RawMessage("", headers, message.body());
  }
}
