package dev.crossdock.api.v1.lines;

import dev.crossdock.api.v1.lines.OrderCommands.Done;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.RoutingCommands.Outcome;
import dev.crossdock.routing.RoutingCommands.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people and locations say about where an order goes. */
@RestController
class RoutingEndpoint {

  private static final int DAYS_USUAL = 30;
  private static final int LOCATIONS_MAX = 100;

  private final OrderCommands orders;
  private final RoutingCommands routing;
  private final Commands commands;
  private final Decisions decisions = new Decisions();

  RoutingEndpoint(OrderCommands orders, RoutingCommands routing, Commands commands) {
    this.orders = orders;
    this.routing = routing;
    this.commands = commands;
  }

  /** The only locations that may ship the order; none to let the rules decide again. */
  record PinBody(@Nullable List<String> locations, @Nullable String reason) {}

  /**
   * What a location does not ship after all.
   *
   * @param lines those that are meant; all it has, when it is absent
   * @param wholeOrder whether everything it has of the order goes elsewhere; only those lines, when it is absent
   * @param days for how long the location is left out for this order; 30 when it is absent
   * @param missing whether the units are not there and are counted as lost
   */
  record RejectBody(
      @Nullable String location,
      @Nullable List<Integer> lines,
      @Nullable Boolean wholeOrder,
      @Nullable Integer days,
      @Nullable Boolean missing,
      @Nullable String reason) {}

  /** What routing would decide now; nothing was changed. */
  record PreviewView(
      String headline, @Nullable String policy, @Nullable String rule, @Nullable String sentence,
      List<PlaceView> plan) {}

  record PlaceView(int line, String sku, String location, int units) {}

  @PostMapping("/api/v1/orders/{id}/route")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> route(ApiCall call, @PathVariable UUID id) {
    return run(call, tx -> routing.route(tx, new OrderId(id)));
  }

  @PostMapping("/api/v1/orders/{id}/route-preview")
  @RequiresScope(Scope.ORDERS_READ)
  PreviewView preview(ApiCall call, @PathVariable UUID id) {
    return commands.preview(
        call,
        tx -> {
          Order order = done(routing.route(tx, new OrderId(id)));
          Decisions.Decision latest = decisions.ofOrder(tx, order.id()).stream().findFirst().orElse(null);
          String headline = order.headline().word().name();
          return latest == null
              ? new PreviewView(headline, null, null, null, List.of())
              : new PreviewView(
                  headline, latest.policy(), latest.rule(), latest.sentence(),
                  latest.plan().stream()
                      .map(a -> new PlaceView(a.line(), a.sku(), a.location(), a.units()))
                      .toList());
        });
  }

  @PostMapping("/api/v1/orders/{id}/pin")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> pin(ApiCall call, @PathVariable UUID id, @RequestBody PinBody body) {
    String reason = OrderCommands.reason(body.reason());
    List<String> named = Objects.requireNonNullElse(body.locations(), List.<String>of());
    if (named.size() > LOCATIONS_MAX || named.stream().anyMatch(RoutingEndpoint::strange)) {
      throw invalid("locations", "At most " + LOCATIONS_MAX + " codes of locations.");
    }
    return run(
        call,
        tx ->
            named.isEmpty()
                ? routing.unpin(tx, new OrderId(id))
                : routing.pin(tx, new OrderId(id), Set.copyOf(named), reason));
  }

  @PostMapping("/api/v1/orders/{id}/reject")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> reject(ApiCall call, @PathVariable UUID id, @RequestBody RejectBody body) {
    String location = body.location();
    if (location == null || strange(location)) {
      throw invalid("location", "The code of the location must be given.");
    }
    int days = Objects.requireNonNullElse(body.days(), DAYS_USUAL);
    if (days < 1 || days > RoutingCommands.DAYS_MAX) {
      throw invalid("days", "It must be 1 to " + RoutingCommands.DAYS_MAX + " days.");
    }
    List<Integer> lines = Objects.requireNonNullElse(body.lines(), List.<Integer>of());
    if (lines.stream().anyMatch(Objects::isNull)) {
      throw invalid("lines", "A line is a number.");
    }
    Rejection asked =
        new Rejection(
            new OrderId(id), location, Set.copyOf(lines), Boolean.TRUE.equals(body.wholeOrder()), days,
            Boolean.TRUE.equals(body.missing()), OrderCommands.reason(body.reason()));
    return run(call, tx -> routing.reject(tx, asked));
  }

  private ResponseEntity<Done> run(ApiCall call, Function<Tx, Outcome> work) {
    return orders.race(call, Done.class, tx -> Done.of(done(work.apply(tx))));
  }

  private static Order done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Order order) -> order;
      case Outcome.Refused(OrderRefusal refusal) -> throw OrderCommands.refused(refusal);
      case Outcome.Invalid(List<ItemError> errors) ->
          throw Refusal.invalid(
              errors.stream().map(e -> Items.error(0, e.field(), e.rule(), e.sentence())).toList());
    };
  }

  private static boolean strange(@Nullable String code) {
    return code == null || code.isBlank() || code.length() > 100 || code.indexOf('\0') >= 0;
  }

  private static RuntimeException invalid(String field, String sentence) {
    List<FieldError> errors = List.of(Items.error(0, field, "range", sentence));
    return Refusal.invalid(errors);
  }
}
