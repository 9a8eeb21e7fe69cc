package dev.crossdock.sandbox;

import dev.crossdock.sandbox.Messages.Event;
import dev.crossdock.sandbox.SimOrder.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The demo merchant's day: orders that lie behind it, and orders that come in until it is closed. */
public final class Demo implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Demo.class.getName());
  private static final Duration GOODS_EVERY = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration LATER = Duration.ofSeconds(100);

  private final SimulatedChannels channels;
  private final Messages messages;
  private final Courier courier;
  private final Options options;
  private final InstantSource time;
  private final Deck deck;
  private final Baskets baskets;
  private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

  /** Where order numbers come from; each is given once, over restarts too. */
  public interface Numbers {
    long next();
  }

  /**
   * How much there is to see.
   *
   * @param behind how many orders were placed before the demo began
   * @param over how long that time was
   */
  public record Options(long seed, int ordersPerMinute, int behind, Duration over) {}

  private Demo(SimulatedChannels channels, Product product, Options options, InstantSource time) {
    this.channels = channels;
    this.messages = new Messages(channels.credentials());
    this.courier = new Courier(product, messages, time);
    this.options = options;
    this.time = time;
    this.deck = new Deck(options.seed());
    this.baskets = new Baskets(options.seed());
  }

  /** Sends what lies behind, then lets orders come in steadily. */
  public static Demo start(
      SimulatedChannels channels, Product product, Options options, Numbers numbers, InstantSource time) {
    Demo demo = new Demo(channels, product, options, time);
    demo.carriers.execute(demo.guarded(() -> demo.past(numbers)));
    Duration pause = Duration.ofMinutes(1).dividedBy(Math.max(1, options.ordersPerMinute()));
    demo.every(pause, () -> demo.come(numbers.next()));
    demo.every(GOODS_EVERY, new Goods(product)::arrive);
    return demo;
  }

  @Override
  public void close() {
    carriers.shutdownNow();
  }

  /** One after the other, so that the product numbers them as they were placed. */
  private void past(Numbers numbers) {
    Instant now = time.instant();
    for (int n = options.behind(); n > 0; n--) {
      happen(numbers.next(), now.minus(options.over().multipliedBy(n).dividedBy(options.behind())), Runnable::run);
    }
  }

  /** A buyer comes, and leaves again where the channel shows too little of what they want. */
  private void come(long number) {
    Instant now = time.instant();
    Deck.Card card = deck.deal(number);
    Map<String, Integer> basket = new HashMap<>();
    baskets.order(number, card, now).lines().forEach(line -> basket.merge(line.sku(), line.units(), Integer::sum));
    boolean elsewhere = card.story() == Story.BY_CHANNEL || card.story() == Story.UNMAPPED;
    if (elsewhere || channels.outlet(card.shop()).shelf().sell(basket)) {
      happen(number, now, carriers);
    }
  }

  /** An order is placed, and its story takes its course. */
  private void happen(long number, Instant placed, Executor by) {
    Deck.Card card = deck.deal(number);
    SimOrder order = baskets.order(number, card, placed);
    Shop shop = card.shop();
    switch (card.story()) {
      case PLAIN, AT_THE_TILL, WITH_TIP, WITH_CODE, UNMAPPED, WRONG_TOTAL, BY_CHANNEL ->
          tell(shop, order, Event.CREATED, by);
      case TWICE -> {
        tell(shop, order, Event.CREATED, by);
        tell(shop, order, Event.CREATED, by);
      }
      case LOST -> keep(shop, order);
      case TORN -> by.execute(() -> courier.carry(messages.torn(order)));
      case UPDATE_FIRST -> inDisorder(shop, order, order.in(State.PAID, placed.plusSeconds(3)), Event.UPDATED, by);
      case CANCEL_FIRST ->
          inDisorder(shop, order, order.in(State.CANCELLED, placed.plusSeconds(9)), Event.CANCELLED, by);
      case CANCELLED_LATER -> {
        tell(shop, order, Event.CREATED, by);
        after(LATER, () -> tell(shop, order.in(State.CANCELLED, time.instant()), Event.CANCELLED, carriers));
      }
      case PAID_LATER, PENDING -> {
        tell(shop, order, Event.CREATED, by);
        Runnable paid = () -> tell(shop, order.in(State.PAID, time.instant()), Event.PAID, carriers);
        after(SOON.plusSeconds(number % 60), paid);
      }
      case NO_POSTCODE -> {
        tell(shop, order, Event.CREATED, by);
        after(LATER.plusSeconds(number % 200), () -> tell(shop, corrected(order, card), Event.UPDATED, carriers));
      }
    }
  }

  private SimOrder corrected(SimOrder order, Deck.Card card) {
    Deck.Card plain = new Deck.Card(card.shop(), Story.PLAIN);
    return order.to(baskets.order(order.number(), plain, order.placed()).buyer(), time.instant());
  }

  private void inDisorder(Shop shop, SimOrder created, SimOrder changed, Event change, Executor by) {
    keep(shop, changed);
    by.execute(
        () -> {
          courier.carry(messages.of(shop, changed, change));
          courier.carry(messages.of(shop, created, Event.CREATED));
        });
  }

  private void tell(Shop shop, SimOrder order, Event event, Executor by) {
    keep(shop, order);
    Message message = messages.of(shop, order, event);
    by.execute(() -> courier.carry(message));
  }

  private void keep(Shop shop, SimOrder order) {
    channels.book(shop).put(Messages.orderId(shop, order), order);
  }

  private void after(Duration pause, Runnable step) {
    carriers.execute(
        () -> {
          if (slept(pause)) {
            guarded(step).run();
          }
        });
  }

  private void every(Duration pause, Runnable step) {
    carriers.execute(
        () -> {
          while (slept(pause)) {
            guarded(step).run();
          }
        });
  }

  /** False when the demo ended meanwhile. */
  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What fails once must not end what is repeated. */
  private Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException e) {
        if (!carriers.isShutdown()) {
          LOG.log(Level.WARNING, "the demo missed a step: {0}", e.getMessage());
        }
      }
    };
  }
}
