package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The seed alone decides what is ordered, where, and what goes wrong. */
class DeckTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void theSameSeedTellsTheSameDay() {
    assertThat(day(1)).isEqualTo(day(1));
    assertThat(day(1)).isNotEqualTo(day(2));
  }

  @Test
  void everyStoryIsToldWithinTheFirstDeck() {
    Deck deck = new Deck(1);
    Set<Story> told = EnumSet.noneOf(Story.class);
    LongStream.range(0, Deck.SIZE).forEach(number -> told.add(deck.deal(number).story()));

    assertThat(told).containsExactlyInAnyOrder(Story.values());
  }

  @Test
  void aTornMessageStaysRare() {
    Deck deck = new Deck(1);
    long torn =
        LongStream.range(0, 20L * Deck.SIZE).filter(number -> deck.deal(number).story() == Story.TORN).count();

    assertThat(torn).isEqualTo(2);
  }

  @Test
  void amazonNamesThingsInItsOwnWay() {
    SimOrder order = new Baskets(1).order(9, new Deck.Card(Shop.AMAZON, Story.PLAIN), NOW);

    assertThat(order.lines()).allSatisfy(line -> assertThat(line.sku()).matches("FF-[A-Z0-9]+-US"));
  }

  @Test
  void whenAllWantTheSameItLiesInEveryBasketOnce() {
    Baskets baskets = Baskets.upToTwenty(1, Traffic.Demand.ONE_SKU);

    assertThat(LongStream.range(0, 500).mapToObj(n -> baskets.order(n, new Deck.Card(Shop.SHOPIFY, Story.PLAIN), NOW)))
        .allSatisfy(order -> assertThat(order.lines()).extracting(SimOrder.Line::sku).doesNotHaveDuplicates()
            .contains(Assortment.WANTED.sku()))
        .anySatisfy(order -> assertThat(order.lines()).hasSize(20));
  }

  private static List<SimOrder> day(long seed) {
    Deck deck = new Deck(seed);
    Baskets baskets = new Baskets(seed);
    return LongStream.range(0, 200).mapToObj(number -> baskets.order(number, deck.deal(number), NOW)).toList();
  }
}
