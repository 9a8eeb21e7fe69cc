package dev.crossdock.api.v1.publishing;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.channels.publishing.Trial;
import dev.crossdock.channels.publishing.Trials;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a buffer would cost and save. */
@RestController
class SimulationEndpoint {

  private static final int ONE_IN_USUAL = 10_000;
  private static final int FIXED_USUAL = 3;
  private static final int MOST = 1_000_000_000;

  private final Commands commands;
  private final Trials trials;

  SimulationEndpoint(Commands commands, Trials trials) {
    this.commands = commands;
    this.trials = trials;
  }

  /** An account that sells the SKU, its pace and the time its channel takes to be told. */
  record SellerView(String channel, String account, double perHour, long delayMs) {}

  /**
   * Means of many sales.
   *
   * @param oversold units sold twice
   * @param unsold units left although buyers were turned away
   */
  record SaleView(double oversold, double unsold) {}

  /**
   * One sale with three kinds of buffer: none, a fixed one, and one that follows the lag.
   *
   * @param perHour units an hour at all channels together
   */
  record SimulationView(
      long units,
      double perHour,
      int oversellOneIn,
      int fixedBuffer,
      List<SellerView> accounts,
      SaleView none,
      SaleView fixed,
      SaleView following) {}

  @GetMapping("/api/v1/publishing/simulation")
  @RequiresScope(Scope.STOCK_READ)
  SimulationView simulate(
      ApiCall call,
      @RequestParam String sku,
      @RequestParam(required = false) @Nullable Integer units,
      @RequestParam(required = false) @Nullable Integer perHour,
      @RequestParam(required = false) @Nullable Integer oversellOneIn,
      @RequestParam(required = false) @Nullable Integer fixedBuffer) {
    Trials.Question question =
        new Trials.Question(
            Names.storable(sku),
            within("units", units, 1),
            within("perHour", perHour, 1),
            orElse(within("oversellOneIn", oversellOneIn, 10), ONE_IN_USUAL),
            orElse(within("fixedBuffer", fixedBuffer, 0), FIXED_USUAL));
    Optional<Trial.Assumptions> assumptions = commands.read(call, tx -> trials.assumptions(tx, question));
    return view(
        Trial.compare(assumptions.orElseThrow(() -> Refusal.notFound("This SKU is listed at no channel account."))));
  }

  private static SimulationView view(Trial.Comparison found) {
    Trial.Assumptions given = found.assumptions();
    return new SimulationView(
        given.units(), given.perHour(), given.oversellOneIn(), given.fixedBuffer(),
        given.accounts().stream()
            .map(each -> new SellerView(each.channel(), each.account(), each.perHour(), each.delay().toMillis()))
            .toList(),
        view(found.none()), view(found.fixed()), view(found.following()));
  }

  private static SaleView view(Trial.Outcome outcome) {
    return new SaleView(outcome.oversold(), outcome.unsold());
  }

  private static int orElse(@Nullable Integer value, int usual) {
    return value == null ? usual : value;
  }

  private static @Nullable Integer within(String name, @Nullable Integer value, int least) {
    if (value != null && (value < least || value > MOST)) {
      throw Refusal.parameter(name, "It must be within " + least + " and " + MOST + ".");
    }
    return value;
  }
}
