package dev.crossdock.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals channels and stories to order numbers: a deck of sixty, shuffled anew each time, so that none is missing. */
record Deck(long seed) {

  /** A channel, and what becomes of the order. */
  record Card(Shop shop, Story story) {}

  private static final int RARE_EVERY = 10;
  private static final List<Card> CARDS = cards();

  static final int SIZE = CARDS.size();

  Card deal(long number) {
    long round = number / SIZE;
    List<Card> shuffled = new ArrayList<>(CARDS);
    Collections.shuffle(shuffled, new Random(seed * 31 + round));
    Card card = shuffled.get((int) (number % SIZE));
    boolean tooRare = card.story() == Story.TORN && round % RARE_EVERY != 0;
    return tooRare ? new Card(card.shop(), Story.PLAIN) : card;
  }

  private static List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    add(cards, Shop.SHOPIFY, Story.PLAIN, 11);
    add(cards, Shop.SHOPIFY, Story.TWICE, 2);
    add(cards, Shop.SHOPIFY, Story.UPDATE_FIRST, 1);
    add(cards, Shop.SHOPIFY, Story.CANCEL_FIRST, 1);
    add(cards, Shop.SHOPIFY, Story.CANCELLED_LATER, 1);
    add(cards, Shop.SHOPIFY, Story.PAID_LATER, 2);
    add(cards, Shop.SHOPIFY, Story.NO_POSTCODE, 1);
    add(cards, Shop.SHOPIFY, Story.AT_THE_TILL, 3);
    add(cards, Shop.SHOPIFY, Story.WITH_TIP, 1);
    add(cards, Shop.SHOPIFY, Story.WITH_CODE, 3);
    add(cards, Shop.SHOPIFY, Story.TORN, 1);
    add(cards, Shop.WOOCOMMERCE, Story.PLAIN, 7);
    add(cards, Shop.WOOCOMMERCE, Story.TWICE, 1);
    add(cards, Shop.WOOCOMMERCE, Story.UNMAPPED, 2);
    add(cards, Shop.WOOCOMMERCE, Story.LOST, 2);
    add(cards, Shop.WOOCOMMERCE, Story.WRONG_TOTAL, 1);
    add(cards, Shop.WOOCOMMERCE, Story.NO_POSTCODE, 1);
    add(cards, Shop.WOOCOMMERCE, Story.PAID_LATER, 1);
    add(cards, Shop.WOOCOMMERCE, Story.WITH_CODE, 1);
    add(cards, Shop.AMAZON, Story.PLAIN, 8);
    add(cards, Shop.AMAZON, Story.TWICE, 1);
    add(cards, Shop.AMAZON, Story.PENDING, 3);
    add(cards, Shop.AMAZON, Story.BY_CHANNEL, 4);
    add(cards, Shop.AMAZON, Story.CANCELLED_LATER, 1);
    return List.copyOf(cards);
  }

  private static void add(List<Card> cards, Shop shop, Story story, int times) {
    cards.addAll(Collections.nCopies(times, new Card(shop, story)));
  }
}
