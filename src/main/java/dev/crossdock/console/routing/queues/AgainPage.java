package dev.crossdock.console.routing.queues;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.RoutingCommands.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks for places again for the orders of a queue. */
@RestController
class AgainPage {

  private static final int ORDERS_MAX = 100;
  private static final String PLACED = "placed";

  private final RoutingCommands routing;
  private final Commands commands;

  AgainPage(RoutingCommands routing, Commands commands) {
    this.routing = routing;
    this.commands = commands;
  }

  /** Each order by itself, so that one that is refused keeps no other from its place. */
  @PostMapping("/console/routing/again")
  ResponseEntity<String> again(
      Visit visit, HttpServletRequest request, @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable List<UUID> order) {
    List<UUID> asked = order == null ? List.of() : order.stream().limit(ORDERS_MAX).toList();
    String next = "/console/routing" + (state.matches("[A-Z_]{1,20}") ? "?state=" + state : "");
    if (!visit.viewer().mayAct()) {
      return Commands.told(request, Flash.refused("Nothing was changed: your role is to look only."), next);
    }
    long placed = asked.stream()
        .filter(id -> {
          Commands.Form form = new Commands.Form(key + "-" + id, "route-order", List.of(id.toString()));
          return commands.run(visit, form, tx -> routed(tx, new OrderId(id))).words().equals(PLACED);
        })
        .count();
    return Commands.told(request, Flash.done(sentence(asked.size(), placed)), next);
  }

  private Flash routed(Tx tx, OrderId id) {
    return routing.route(tx, id) instanceof Outcome.Done(Order now)
            && now.lines().stream().allMatch(AgainPage::hasAPlace)
        ? Flash.done(PLACED)
        : Flash.done("waits");
  }

  private static boolean hasAPlace(OrderLine line) {
    return line.waiting() + line.buckets().unplaced() == 0;
  }

  private static String sentence(int asked, long placed) {
    String orders = asked == 1 ? "1 order" : asked + " orders";
    if (placed == 0) {
      return "Routed " + orders + " again: no more has a place than before";
    }
    return "Routed " + orders + " again: " + placed + (placed == 1 ? " has" : " have") + " a place now";
  }
}
