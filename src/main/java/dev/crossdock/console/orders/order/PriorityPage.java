package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes who comes first when units are scarce. */
@RestController
class PriorityPage {

  private static final Pattern PRIORITY = Pattern.compile("[+-]?[0-9]{1,4}");
  private static final int MOST = 1_000;
  private static final int REASON_MAX = 200;

  private final Orders orders;
  private final Commands commands;

  PriorityPage(Orders orders, Commands commands) {
    this.orders = orders;
    this.commands = commands;
  }

  @PostMapping("/console/orders/{id:[0-9a-f-]{36}}/priority")
  ResponseEntity<String> priority(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String priority,
      @RequestParam(defaultValue = "") String reason) {
    String number = priority.strip().replace('\u2212', '-');
    String said = reason.replace("\0", "").strip();
    String path = "/console/orders/" + id;
    if (!PRIORITY.matcher(number).matches() || Math.abs(Integer.parseInt(number)) > MOST) {
      return refused(request, "Nothing was changed: the priority is a whole number from -1000 to 1000.", path);
    }
    if (said.isEmpty()) {
      return refused(request, "Nothing was changed: say why.", path);
    }
    String why = said.substring(0, Math.min(REASON_MAX, said.length()));
    Commands.Form form = new Commands.Form(key, "set-priority", List.of(id.toString(), number, why));
    OrderCommand command = new OrderCommand.SetPriority(Integer.parseInt(number), why);
    Flash flash =
        commands.run(
            visit, form,
            tx ->
                switch (orders.execute(tx, new OrderId(id), command)) {
                  case OrderDecision.Accepted accepted -> Flash.done("Priority " + Integer.parseInt(number));
                  case OrderDecision.Refused refused ->
                      Flash.refused("Nothing was changed: " + refused.refusal().sentence());
                });
    return Commands.told(request, flash, path);
  }

  private static ResponseEntity<String> refused(HttpServletRequest request, String words, String path) {
    return Commands.told(request, Flash.refused(words), path + "#priority");
  }
}
