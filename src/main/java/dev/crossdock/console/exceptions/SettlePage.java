package dev.crossdock.console.exceptions;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.LineCommands;
import dev.crossdock.routing.LineCommands.Displacement;
import dev.crossdock.routing.LineCommands.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs what settles lines that were sold without stock. */
@RestController
class SettlePage {

  private static final String REASON = "settled an oversold line";

  private final Commands commands;
  private final ExceptionSearch search;
  private final LineCommands lines;

  SettlePage(Commands commands, ExceptionSearch search, LineCommands lines) {
    this.commands = commands;
    this.search = search;
    this.lines = lines;
  }

  @PostMapping("/console/exceptions/settle")
  ResponseEntity<String> settle(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(name = "case") UUID exception,
      @RequestParam Remedy.Kind kind,
      @RequestParam(defaultValue = "") String choice) {
    Commands.Form form =
        new Commands.Form(key, "settle-oversold", List.of(exception.toString(), kind.name(), choice));
    Flash flash =
        commands.run(
            visit, form,
            tx ->
                search
                    .find(tx, exception)
                    .filter(SettlePage::isOpen)
                    .map(found -> told(act(tx, found, kind, choice)))
                    .orElseGet(SettlePage::settled));
    return Commands.told(request, flash, GroupMaker.href(group));
  }

  @PostMapping("/console/exceptions/promise")
  ResponseEntity<String> promise(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String day) {
    Commands.Form form = new Commands.Form(key, "promise-oversold", List.of(group, day));
    Flash flash = commands.run(visit, form, tx -> promiseAll(tx, group, day.strip()));
    return Commands.told(request, flash, GroupMaker.href(group));
  }

  private Flash promiseAll(Tx tx, String group, String day) {
    int promised = 0;
    for (Case one : search.ofGroup(tx, group, null, OversoldMaker.LINES_MAX)) {
      if (isOpen(one)) {
        Outcome outcome = act(tx, one, Remedy.Kind.BACKORDER, day);
        if (outcome instanceof Outcome.Invalid && promised == 0) {
          return told(outcome);
        }
        promised += outcome instanceof Outcome.Done ? 1 : 0;
      }
    }
    return promised == 0
        ? settled()
        : Flash.done(GroupMaker.count(promised, "line") + " promised for " + day);
  }

  private Outcome act(Tx tx, Case found, Remedy.Kind kind, String choice) {
    OrderId order = found.order();
    int line = Integer.parseInt(found.evidence().getOrDefault("line", "0"));
    if (order == null) {
      return invalid("There is no such order.");
    }
    try {
      return switch (kind) {
        case BACKORDER -> lines.backorder(tx, order, line, LocalDate.parse(choice));
        case DISPLACE ->
            lines.displace(
                tx,
                new Displacement(
                    order, line, new OrderId(UUID.fromString(choice)), null, null, false, REASON));
        case SUBSTITUTE -> lines.substitute(tx, order, line, choice, REASON);
        case CANCEL -> lines.cancel(tx, order, line, Integer.parseInt(choice), REASON);
        case OTHER_LOCATION, TRANSFER -> invalid("Make a transfer on the stock pages.");
      };
    } catch (DateTimeException notADay) {
      return invalid("Write the day as 2027-01-15.");
    } catch (IllegalArgumentException notThat) {
      return invalid("The choice cannot be read.");
    }
  }

  private static boolean isOpen(Case found) {
    return found.type() == ExceptionType.OVERSOLD && found.closing() == null;
  }

  private static Outcome invalid(String sentence) {
    return new Outcome.Invalid(
        List.of(new ItemError(0, "choice", "format", sentence)));
  }

  private static Flash told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Order order) -> Flash.done("Done for order " + order.number());
      case Outcome.Refused(OrderRefusal refusal) -> Flash.refused("Nothing was changed: " + refusal.sentence());
      case Outcome.Invalid(List<ItemError> errors) ->
          Flash.refused("Nothing was changed: " + errors.getFirst().sentence());
    };
  }

  private static Flash settled() {
    return Flash.refused("Nothing was changed: nothing of it is open any more.");
  }
}
