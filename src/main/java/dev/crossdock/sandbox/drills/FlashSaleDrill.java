package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Target;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A crowd at eight channels for a few units: none is promised twice, and how many the channels sell too many. */
final class FlashSaleDrill implements Drill {

  /** To other accounts: a fresh JVM needs some before its compiler leaves the processor to the sale. */
  private static final int WARM_UP = 2_000;

  private static final Duration DRAIN_MAX = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int POLLING_PART = 10;
  private static final int SHOWN_CHARS_MAX = 1_000;

  @Override
  public String name() {
    return "flash-sale";
  }

  @Override
  public String purpose() {
    return "10,000 buyers at eight channels in 30 s for 100 units: none promised twice, few sold too many";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("the installation must call the channels here: no --url").build();
    }
    DrillArguments.Crowd crowd = arguments.crowd();
    try (Target target = Target.open(arguments, out, time)) {
      out.println("  opening eight channels, and waiting until all of them show " + crowd.units() + " units");
      Bazaar bazaar = Bazaar.open(target, crowd, arguments.seed());
      out.println("  warming up with " + WARM_UP + " orders");
      Burst.send(target, target.orders(WARM_UP), arguments.senders());
      List<Arrival> arrivals =
          Arrival.crowd(crowd, bazaar.outlets().size(), Bazaar.ORDINARY.size(), arguments.seed());
      out.println("  " + crowd.buyers() + " buyers come within " + crowd.seconds() + " seconds");
      PushWatch watch = PushWatch.begin(bazaar);
      Sale sale;
      try (watch) {
        sale = Sale.run(target, bazaar, arrivals, time);
      }
      int lost = drain(target, sale.taken(), watch);
      JsonNode stock = target.product().get("/api/v1/stock/" + Bazaar.HOT).orFail("the stock").json();
      int polling = Arrival.oversoldByPolling(arrivals, bazaar.outlets().size(), crowd.units(), arguments.seed());
      out.println("  stopping it, and checking");
      return result(new Measured(sale, watch, lost, polling), Left.of(stock), target.stopAndCheck());
    }
  }

  private record Measured(Sale sale, PushWatch watch, int lost, int polling) {}

  /** What became of the units on sale. */
  private record Left(long onHand, long reserved) {

    static Left of(JsonNode stock) {
      long onHand = 0;
      long reserved = 0;
      for (JsonNode level : stock.at("/locations")) {
        onHand += level.at("/onHand").asLong();
        reserved += level.at("/reserved").asLong();
      }
      return new Left(onHand, reserved);
    }
  }

  private static DrillResult result(Measured measured, Left left, ThrowAway.Checked checked) {
    Sale sale = measured.sale();
    PushWatch watch = measured.watch();
    long oversold = Math.max(0, sale.hot() - left.reserved());
    long unsold = Math.max(0, left.onHand() - left.reserved());
    DrillResult.Builder result =
        DrillResult.of("flash-sale")
            .exactly("oversold_inside", Math.max(0, left.reserved() - left.onHand()), 0)
            .figure("oversold_at_channels", (double) oversold)
            .figure("oversold_at_channels_polling", measured.polling())
            .figure("stranded", (double) (sale.turnedAway() > 0 ? unsold : 0))
            .figure("orders_per_s", sale.perSecond())
            .figure("push_p50_ms", watch.all().millis(0.5))
            .figure("push_p99_ms", watch.all().millis(0.99))
            .figure("push_p99_ms_shopify", watch.of(Shop.SHOPIFY).millis(0.99))
            .figure("push_p99_ms_woocommerce", watch.of(Shop.WOOCOMMERCE).millis(0.99))
            .figure("push_p99_ms_amazon", watch.of(Shop.AMAZON).millis(0.99))
            .figure("pushes_measured", watch.all().count())
            .figure("sold", (double) left.reserved())
            .figure("turned_away", sale.turnedAway())
            .figure("orders", sale.taken().size())
            .exactly("pushes_missing", watch.missing(), 0)
            .exactly("lost", measured.lost(), 0)
            .exactly("failed", sale.failed(), 0)
            .note("a channel sells too many when it takes an order for which no unit is left to reserve")
            .note("buffers follow the lag, and the rush is announced, as a merchant would do")
            .note("oversold_at_channels_polling is reckoned: the same buyers, stock told every 15 minutes")
            .note("push times are from asking for a change of stock until its number arrives at the channel; Amazon"
                + " takes 5 a second");
    if (oversold * POLLING_PART > measured.polling()) {
      result.missed("the channels sold more than a tenth of what they sell too many with polling");
    }
    if (checked.exit() != 0) {
      String words = checked.words();
      result.missed("check was not clean: " + words.substring(0, Math.min(words.length(), SHOWN_CHARS_MAX)));
    }
    return result.build();
  }

  /** Waits until the product knows every order, and the last numbers have arrived; how many orders are missing. */
  private static int drain(Target target, List<Message> taken, PushWatch watch) throws InterruptedException {
    return Patience.until(
        () -> Audit.of(target.product(), taken).lost(), lost -> lost == 0 && watch.missing() == 0, DRAIN_MAX,
        LOOK_EVERY);
  }
}
