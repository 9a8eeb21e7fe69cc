package dev.crossdock.sandbox;

import dev.crossdock.sandbox.Messages.Event;
import dev.crossdock.sandbox.SimOrder.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
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
    demo.carriers.execute(() -> demo.past(numbers));
    long pause = TimeUnit.MINUTES.toMillis(1) / Math.max(1, options.ordersPerMinute());
    demo.clockwork.scheduleAtFixedRate(
        demo.guarded(() -> demo.happen(numbers.next(), time.instant())), 2 * pause, pause, TimeUnit.MILLISECONDS);
    Goods goods = new Goods(product);
    long every = GOODS_EVERY.toMillis();
    demo.clockwork.scheduleAtFixedRate(
        () -> demo.carriers.execute(demo.guarded(goods::arrive)), every, every, TimeUnit.MILLISECONDS);
    return demo;
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    carriers.shutdownNow();
  }

  private void past(Numbers numbers) {
    Instant now = time.instant();
    for (int n = options.behind(); n > 0; n--) {
      happen(numbers.next(), now.minus(options.over().multipliedBy(n).dividedBy(options.behind())));
    }
  }

  /** An order is placed, and its story takes its course. */
  private void happen(long number, Instant placed) {
    Deck.Card card = deck.deal(number);
    SimOrder order = baskets.order(number, card, placed);
    Shop shop = card.shop();
    switch (card.story()) {
      case PLAIN, AT_THE_TILL, WITH_TIP, WITH_CODE, UNMAPPED, WRONG_TOTAL, BY_CHANNEL ->
          tell(shop, order, Event.CREATED);
      case TWICE -> {
        tell(shop, order, Event.CREATED);
        tell(shop, order, Event.CREATED);
      }
      case LOST -> keep(shop, order);
      case TORN -> carriers.execute(() -> courier.carry(messages.torn(order)));
      case UPDATE_FIRST -> inDisorder(shop, order, order.in(State.PAID, placed.plusSeconds(3)), Event.UPDATED);
      case CANCEL_FIRST -> inDisorder(shop, order, order.in(State.CANCELLED, placed.plusSeconds(9)), Event.CANCELLED);
      case CANCELLED_LATER -> {
        tell(shop, order, Event.CREATED);
        after(LATER, () -> tell(shop, order.in(State.CANCELLED, time.instant()), Event.CANCELLED));
      }
      case PAID_LATER, PENDING -> {
        tell(shop, order, Event.CREATED);
        after(SOON.plusSeconds(number % 60), () -> tell(shop, order.in(State.PAID, time.instant()), Event.PAID));
      }
      case NO_POSTCODE -> {
        tell(shop, order, Event.CREATED);
        after(LATER.plusSeconds(number % 200), () -> tell(shop, corrected(order, card), Event.UPDATED));
      }
    }
  }

  private SimOrder corrected(SimOrder order, Deck.Card card) {
    Deck.Card plain = new Deck.Card(card.shop(), Story.PLAIN);
    return order.to(baskets.order(order.number(), plain, order.placed()).buyer(), time.instant());
  }

  private void inDisorder(Shop shop, SimOrder created, SimOrder changed, Event change) {
    keep(shop, changed);
    carriers.execute(
        () -> {
          courier.carry(messages.of(shop, changed, change));
          courier.carry(messages.of(shop, created, Event.CREATED));
        });
  }

  private void tell(Shop shop, SimOrder order, Event event) {
    keep(shop, order);
    Message message = messages.of(shop, order, event);
    carriers.execute(() -> courier.carry(message));
  }

  private void keep(Shop shop, SimOrder order) {
    channels.book(shop).put(Messages.orderId(shop, order), order);
  }

  private void after(Duration pause, Runnable step) {
    clockwork.schedule(guarded(step), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What fails once must not end what is repeated. */
  private Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException e) {
        if (!clockwork.isShutdown()) {
          LOG.log(Level.WARNING, "the demo missed a step: {0}", e.getMessage());
        }
      }
    };
  }
}
