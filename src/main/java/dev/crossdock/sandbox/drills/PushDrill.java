package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Outlet;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Meters;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Stream;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How long a change of stock takes to each channel while orders come in at a steady pace. */
final class PushDrill implements Drill {

  private static final int ORDERS_USUAL = 15_000;
  /** Half a minute at the same rate, as long as the compiler of a fresh JVM needs before it leaves the processor. */
  private static final int WARM_UP = 15_000;
  private static final double ORDERS_A_SECOND = 500;
  private static final int SKUS = 300;
  private static final int OWED_P99_MAX_MILLIS = 1_000;
  private static final Duration DRAIN_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** How far a change has come, and the name of the product's measurement of it. */
  private enum Stage {
    OWED("crossdock_stock_owed_delay_seconds"),
    BEGUN("crossdock_stock_begun_delay_seconds"),
    ACKNOWLEDGED("crossdock_stock_push_delay_seconds");

    private final String meter;

    Stage(String meter) {
      this.meter = meter;
    }

    String figure(String percentile) {
      return name().toLowerCase(Locale.ROOT) + "_" + percentile + "_ms";
    }
  }

  @Override
  public String name() {
    return "push";
  }

  @Override
  public String purpose() {
    return "500 orders a second over many SKUs: how soon each channel is owed, told and shows what is left";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("the installation must call the channels here: no --url").build();
    }
    int orders = arguments.orders().orElse(ORDERS_USUAL);
    try (Target target = Target.open(arguments, out, time)) {
      out.println("  opening three channels, and waiting until all of them show " + SKUS + " SKUs");
      Arcade arcade = Arcade.open(target, SKUS, arguments.seed());
      out.println("  warming up with " + WARM_UP + " orders");
      Stream.unwatched(target, arcade.orders(WARM_UP, time), ORDERS_A_SECOND);
      out.printf("  sending %d orders at %.0f a second%n", orders, ORDERS_A_SECOND);
      Map<Stage, Map<String, Delays>> before = read(target.product());
      Map<Shop, AtomicInteger> told = count(arcade);
      PushWatch watch = PushWatch.begin(arcade);
      Stream stream;
      long begin = System.nanoTime();
      try (watch) {
        stream = Stream.unwatched(target, arcade.orders(orders, time), ORDERS_A_SECOND);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      Map<Shop, Double> rates = new EnumMap<>(Shop.class);
      told.forEach((shop, numbers) -> rates.put(shop, numbers.get() / seconds));
      Map<Stage, Map<String, Delays>> after = read(target.product());
      out.println("  waiting until each channel shows what is owed");
      int wrong = drain(arcade);
      return result(new Measured(before, after, rates, stream, watch, orders / seconds, wrong));
    }
  }

  private record Measured(
      Map<Stage, Map<String, Delays>> before, Map<Stage, Map<String, Delays>> after, Map<Shop, Double> rates,
      Stream stream, PushWatch watch, double perSecond, int wrong) {

    Delays of(Stage stage, String channel) {
      Delays later = after.getOrDefault(stage, Map.of()).getOrDefault(channel, Delays.NONE);
      return later.since(before.getOrDefault(stage, Map.of()).getOrDefault(channel, Delays.NONE));
    }
  }

  private static DrillResult result(Measured measured) {
    DrillResult.Builder result = DrillResult.of("push");
    Delays owed = measured.of(Stage.OWED, "");
    result.atMost("owed_p99_ms", owed.millis(0.99), OWED_P99_MAX_MILLIS);
    result.figure("orders_per_s", measured.perSecond());
    for (Stage stage : Stage.values()) {
      figures(result, stage, "", measured.of(stage, ""));
    }
    for (Shop shop : Shop.values()) {
      String channel = shop.channel();
      result.figure("host_ms_" + channel, (double) Arcade.pace(shop).answer().toMillis());
      for (Stage stage : Stage.values()) {
        figures(result, stage, "_" + channel, measured.of(stage, channel));
      }
      result.figure("arrived_p50_ms_" + channel, measured.watch().of(shop).millis(0.5));
      result.figure("arrived_p99_ms_" + channel, measured.watch().of(shop).millis(0.99));
      result.figure("told_per_s_" + channel, measured.rates().getOrDefault(shop, 0.0));
    }
    return result
        .figure("changes", owed.count())
        .exactly("wrong_at_channels", measured.wrong(), 0)
        .exactly("failed", measured.stream().failed(), 0)
        .note("owed, begun and acknowledged are the product's own measurements, from the change of stock on")
        .note("everything is shown, so that each order changes the number at every channel")
        .note("arrived is measured from outside: from asking for a change until its number is at the channel")
        .note("host is how long the simulated channel takes over each call; acknowledged can't be sooner")
        .note("Amazon grants 5 calls a second, of one SKU each, so that 300 SKUs that all sell take a minute")
        .build();
  }

  private static void figures(DrillResult.Builder result, Stage stage, String channel, Delays delays) {
    result.figure(stage.figure("p50") + channel, delays.millis(0.5));
    result.figure(stage.figure("p99") + channel, delays.millis(0.99));
  }

  private static Map<Stage, Map<String, Delays>> read(Product product) {
    Meters meters = Meters.of(product);
    Map<Stage, Map<String, Delays>> all = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      Map<String, Delays> byChannel = new LinkedHashMap<>();
      byChannel.put("", Delays.of(meters, stage.meter, ""));
      for (Shop shop : Shop.values()) {
        byChannel.put(shop.channel(), Delays.of(meters, stage.meter, shop.channel()));
      }
      all.put(stage, byChannel);
    }
    return all;
  }

  private static Map<Shop, AtomicInteger> count(Arcade arcade) {
    Map<Shop, AtomicInteger> told = new EnumMap<>(Shop.class);
    for (Outlet outlet : arcade.outlets()) {
      AtomicInteger numbers = new AtomicInteger();
      told.put(outlet.shop(), numbers);
      outlet.shelf().hear((_, _, _, _) -> numbers.incrementAndGet());
    }
    return told;
  }

  /** Waits until each channel shows what is owed; how many listings still do not. */
  private static int drain(Arcade arcade) throws InterruptedException {
    return Patience.until(() -> wrong(arcade), wrong -> wrong == 0, DRAIN_MAX, LOOK_EVERY);
  }

  /** A product too busy to say is asked again; until it says, nothing is known to be right. */
  private static int wrong(Arcade arcade) {
    try {
      return arcade.wrong();
    } catch (IllegalStateException | UncheckedIOException e) {
      return Integer.MAX_VALUE;
    }
  }
}
