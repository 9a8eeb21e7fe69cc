package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.FetchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated channels answer the real adapters as the channels do. */
class SimulatedChannelsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final int ORDERS = 320;

  private final SimulatedChannels channels = SimulatedChannels.open(3);

  @AfterEach
  void closeChannels() {
    channels.close();
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void aPollFindsEveryOrderOfTheLastDaysPageByPage(Shop shop) {
    Set<String> expected = fill(shop);
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      RealAdapter.Polled polled = adapter.poll();

      assertThat(new HashSet<>(polled.ids())).isEqualTo(expected);
      assertThat(polled.pages()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void knowsItsOrdersAndNoOthers(Shop shop) {
    String known = fill(shop).iterator().next();
    try (RealAdapter adapter = RealAdapter.of(shop, channels, NOW)) {
      assertThat(adapter.fetch(known)).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(adapter.fetch("4711")).isInstanceOf(FetchOutcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Shop.class)
  void refusesOtherCredentials(Shop shop) {
    String known = fill(shop).iterator().next();
    try (RealAdapter adapter = new RealAdapter(shop, new Credentials(4), channels.target(), NOW)) {
      assertThat(adapter.fetch(known)).isInstanceOf(FetchOutcome.Failed.class);
    }
  }

  @Test
  void keepsTheNewerStateOfAnOrder() {
    SimOrder first = order(1, Shop.SHOPIFY);
    SimOrder later = first.in(SimOrder.State.CANCELLED, NOW);
    OrderBook book = channels.book(Shop.SHOPIFY);

    book.put("1", later);
    book.put("1", first);

    assertThat(book.find("1")).contains(later);
    assertThat(book.changed(Instant.EPOCH, Instant.MAX, 0, 10)).containsExactly(later);
  }

  @Test
  void tellsWhatChangedByPagesAndTheOldestChangeFirst() {
    OrderBook book = channels.book(Shop.SHOPIFY);
    SimOrder second = order(2, Shop.SHOPIFY);
    SimOrder fourth = order(4, Shop.SHOPIFY);
    for (SimOrder order : List.of(order(1, Shop.SHOPIFY), order(3, Shop.SHOPIFY), second, fourth)) {
      book.put(Long.toString(order.number()), order);
    }
    SimOrder cancelled = fourth.in(SimOrder.State.CANCELLED, NOW);
    book.put("4", cancelled);

    assertThat(book.changed(Instant.EPOCH, Instant.MAX, 0, 2)).extracting(SimOrder::number).containsExactly(3L, 2L);
    assertThat(book.changed(Instant.EPOCH, Instant.MAX, 2, 5)).extracting(SimOrder::number).containsExactly(1L, 4L);
    assertThat(book.changed(second.updated(), NOW, 0, 5)).as("from one time, and before another")
        .extracting(SimOrder::number).containsExactly(2L, 1L);
    assertThat(book.changed(NOW, second.updated(), 0, 5)).isEmpty();
    assertThat(book.changed(second.updated())).isEqualTo(3);
  }

  private Set<String> fill(Shop shop) {
    Set<String> ids = new HashSet<>();
    for (int number = 1; number <= ORDERS; number++) {
      SimOrder order = order(number, shop);
      String id = Messages.orderId(shop, order);
      channels.book(shop).put(id, order);
      ids.add(id);
    }
    assertThat(ids).hasSize(ORDERS);
    return ids;
  }

  private static SimOrder order(int number, Shop shop) {
    Instant placed = NOW.minus(Duration.ofMinutes(5L + number));
    return new Baskets(3).order(number, new Deck.Card(shop, Story.PLAIN), placed);
  }
}
