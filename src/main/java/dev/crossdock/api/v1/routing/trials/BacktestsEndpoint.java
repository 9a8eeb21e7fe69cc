package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.trials.Backtests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Policies tried on the orders of the past, before they decide on those to come. */
@RestController
class BacktestsEndpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ABSENT = "There is no backtest of this id.";

  private final Commands commands;
  private final Backtests backtests;

  BacktestsEndpoint(Commands commands, Backtests backtests) {
    this.commands = commands;
    this.backtests = backtests;
  }

  /**
   * What is to be tried, a pasted policy or a version, and on what.
   *
   * @param days on the orders of so many days until now, in place of {@code from} and {@code to}
   */
  record BacktestBody(
      @Nullable Map<String, Object> policy,
      @Nullable Integer policyVersion,
      @Nullable Integer days,
      @Nullable Instant from,
      @Nullable Instant to) {

    Backtests.Wish wish(Instant now) {
      Instant until = to == null ? now : to;
      if ((days == null) == (from == null) || (days != null && days < 1)) {
        throw Refusal.invalid(
            List.of(new FieldError("/days", "required", "Give either days, at least 1, or from.")));
      }
      Instant since = from == null ? until.minus(Duration.ofDays(days == null ? 1 : days)) : from;
      return new Backtests.Wish(policy == null ? null : JSON.valueToTree(policy), policyVersion, since, until);
    }
  }

  /** Asks for one; it is done behind the scenes, and {@code GET} tells how far it is. */
  @PostMapping("/api/v1/routing/backtests")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<BacktestView> begin(ApiCall call, @RequestBody BacktestBody body) {
    return commands.reply(
        call,
        BacktestView.class,
        tx ->
            new Commands.Reply<>(
                HttpStatus.CREATED,
                BacktestView.of(PlanEndpoint.orRefuse(backtests.begin(tx, body.wish(tx.now()))))));
  }

  @GetMapping("/api/v1/routing/backtests")
  @RequiresScope(Scope.ORDERS_READ)
  Page<BacktestView> list(ApiCall call, PageRequest page) {
    return commands.read(
        call,
        tx ->
            page.page(backtests.list(tx, page.afterId(), page.probe()), backtest -> backtest.id().toString())
                .map(BacktestView::of));
  }

  @GetMapping("/api/v1/routing/backtests/{id}")
  @RequiresScope(Scope.ORDERS_READ)
  BacktestView find(ApiCall call, @PathVariable UUID id) {
    return commands.read(
        call, tx -> backtests.find(tx, id).map(BacktestView::of).orElseThrow(() -> Refusal.notFound(ABSENT)));
  }

  /** Orders that went, or would have gone, different ways, in the order in which they came. */
  @GetMapping("/api/v1/routing/backtests/{id}/orders")
  @RequiresScope(Scope.ORDERS_READ)
  Page<DifferenceView> orders(ApiCall call, PageRequest page, @PathVariable UUID id) {
    return commands.read(
        call,
        tx -> {
          if (backtests.find(tx, id).isEmpty()) {
            throw Refusal.notFound(ABSENT);
          }
          List<Backtests.Numbered> found = backtests.orders(tx, id, after(page), page.probe());
          return page.page(found, row -> Integer.toString(row.n())).map(DifferenceView::of);
        });
  }

  /** Ends it without a report. */
  @PostMapping("/api/v1/routing/backtests/{id}/cancel")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<BacktestView> cancel(ApiCall call, @PathVariable UUID id) {
    return commands.write(
        call,
        BacktestView.class,
        tx -> {
          if (!backtests.cancel(tx, id)) {
            throw backtests.find(tx, id).isPresent()
                ? Refusal.conflict("It has ended already.")
                : Refusal.notFound(ABSENT);
          }
          return backtests.find(tx, id).map(BacktestView::of).orElseThrow();
        });
  }

  private static int after(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return 0;
    }
    if (!after.matches("\\d{1,9}")) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
    return Integer.parseInt(after);
  }
}
