package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.orders.decision.DecisionMaker;
import dev.crossdock.console.orders.decision.DecisionView;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.Decisions.Decision;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.RoutingCommands.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people and locations say about where an order goes, and shows what routing would decide now. */
@RestController
class SteerPage {

  private static final String ORDER = "/console/orders/{id:[0-9a-f-]{36}}";
  private static final int REASON_MAX = 200;
  private static final int DAYS_USUAL = 30;

  private final Pages pages;
  private final Door door;
  private final OrderReader reader;
  private final RoutingCommands routing;
  private final Commands commands;
  private final Ids ids;

  SteerPage(Pages pages, Door door, OrderReader reader, RoutingCommands routing, Commands commands, Ids ids) {
    this.pages = pages;
    this.door = door;
    this.reader = reader;
    this.routing = routing;
    this.commands = commands;
    this.ids = ids;
  }

  /**
   * What routing would decide now.
   *
   * @param refused why it would decide nothing; null when it would
   */
  public record Preview(
      String number, String path, String key, @Nullable String refused, String before, DecisionView after,
      boolean mayAct) {}

  @GetMapping(ORDER + "/route")
  ResponseEntity<String> preview(Visit visit, @PathVariable UUID id) {
    OrderId order = new OrderId(id);
    Cause cause = Cause.of(visit.viewer().actor(), "console", ids.next());
    Optional<OrderReading> now = door.read(visit.merchant(), tx -> reader.read(tx, order, null));
    if (now.isEmpty()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path(id))).build();
    }
    Preview view = door.dryRun(visit.merchant(), cause, tx -> {
      Outcome outcome = routing.route(tx, order);
      OrderReading then = reader.read(tx, order, null).orElseThrow();
      String refused = outcome instanceof Outcome.Done ? null : sentence(outcome);
      List<Decision> latest = then.decisions().stream().limit(1).toList();
      DecisionView after =
          new DecisionMaker(visit.watch(), then.locations(), then.address(then.order().parties().shipTo()))
              .view(latest, "Nothing would be decided: no unit waits for a place.");
      String before =
          now.get().decisions().isEmpty()
              ? "Nothing was decided yet."
              : visit.watch().told(now.get().decisions().getFirst().sentence());
      return new Preview(
          then.order().number(), path(id), commands.key(), refused, before, after, visit.viewer().mayAct());
    });
    return pages.page(visit, Nav.ORDERS, "Route " + view.number() + " again", "orders/order/preview.jte", view);
  }

  @PostMapping(ORDER + "/route")
  ResponseEntity<String> route(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
    Commands.Form form = new Commands.Form(key, "route-order", List.of(id.toString()));
    return run(visit, request, id, form, "Routed again", tx -> routing.route(tx, new OrderId(id)));
  }

  @PostMapping(ORDER + "/pin")
  ResponseEntity<String> pin(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String location, @RequestParam(defaultValue = "") String reason) {
    String said = reason(reason);
    if (said.isEmpty()) {
      return unsaid(request, id);
    }
    Commands.Form form = new Commands.Form(key, "pin-order", List.of(id.toString(), location, said));
    return run(
        visit, request, id, form, "Pinned to " + location,
        tx -> routing.pin(tx, new OrderId(id), Set.of(location), said));
  }

  @PostMapping(ORDER + "/unpin")
  ResponseEntity<String> unpin(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
    Commands.Form form = new Commands.Form(key, "unpin-order", List.of(id.toString()));
    return run(visit, request, id, form, "The rules decide again", tx -> routing.unpin(tx, new OrderId(id)));
  }

  /** What the form about a location that turns an order down says besides the location. */
  record Rejecting(
      @Nullable String lines, @Nullable String wholeOrder, @Nullable String missing, @Nullable String days) {}

  @PostMapping(ORDER + "/reject")
  ResponseEntity<String> reject(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String location, @RequestParam(defaultValue = "") String reason,
      Rejecting how) {
    String said = reason(reason);
    if (said.isEmpty()) {
      return unsaid(request, id);
    }
    RoutingCommands.Rejection asked = new RoutingCommands.Rejection(
        new OrderId(id), location, lines(how.lines()), how.wholeOrder() != null, days(how.days()),
        how.missing() != null, said);
    Commands.Form form = new Commands.Form(key, "reject-order", List.of(asked.toString()));
    return run(visit, request, id, form, location + " left out, order routed again", tx -> routing.reject(tx, asked));
  }

  private ResponseEntity<String> run(
      Visit visit, HttpServletRequest request, UUID id, Commands.Form form, String done,
      Function<Tx, Outcome> work) {
    Flash flash = commands.run(visit, form, tx -> {
      Outcome outcome = work.apply(tx);
      return outcome instanceof Outcome.Done ? Flash.done(done) : Flash.refused(sentence(outcome));
    });
    return Commands.told(request, flash, path(id));
  }

  private static ResponseEntity<String> unsaid(HttpServletRequest request, UUID id) {
    return Commands.told(request, Flash.refused("Nothing was changed: say why."), path(id) + "#steer");
  }

  private static String sentence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "Done.";
      case Outcome.Refused refused -> "Nothing was changed: " + refused.refusal().sentence();
      case Outcome.Invalid invalid -> "Nothing was changed: " + invalid.errors().getFirst().sentence();
    };
  }

  private static Set<Integer> lines(@Nullable String text) {
    return text == null ? Set.of() : Arrays.stream(text.split("[ ,;]+"))
        .filter(word -> word.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  private static int days(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,3}")
        ? Math.clamp(Integer.parseInt(text), 1, RoutingCommands.DAYS_MAX)
        : DAYS_USUAL;
  }

  private static String reason(String text) {
    String said = text.replace("\0", "").strip();
    return said.substring(0, Math.min(REASON_MAX, said.length()));
  }

  private static String path(UUID id) {
    return "/console/orders/" + id;
  }
}
