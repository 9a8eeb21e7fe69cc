package dev.crossdock.console.exceptions;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.transfers.Transfer;
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
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.LineTransfers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs what settles lines that were sold without stock. */
@RestController
class SettlePage {

  private static final String REASON = "settled an oversold line";
  private static final String NOT_A_DAY = "Write the day as 2027-01-15.";

  private final Commands commands;
  private final ExceptionSearch search;
  private final LineCommands lines;
  private final LineTransfers transfers;
  private final RoutingCommands routing;

  SettlePage(
      Commands commands, ExceptionSearch search, LineCommands lines, LineTransfers transfers, RoutingCommands routing) {
    this.commands = commands;
    this.search = search;
    this.lines = lines;
    this.transfers = transfers;
    this.routing = routing;
  }

  /**
   * What was chosen.
   *
   * @param choice a day, an order, a SKU, units, locations: as the kind needs it
   * @param to where a transfer goes; empty for anything else
   * @param day when a transfer arrives; empty for anything else
   */
  record Chosen(Remedy.Kind kind, @Nullable String choice, @Nullable String to, @Nullable String day) {

    private String what() {
      return Objects.requireNonNullElse(choice, "");
    }
  }

  @PostMapping("/console/exceptions/settle")
  ResponseEntity<String> settle(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(name = "case") UUID exception,
      Chosen chosen) {
    Commands.Form form =
        new Commands.Form(key, "settle-oversold", List.of(exception.toString(), chosen.toString()));
    Flash flash =
        commands.run(
            visit, form,
            tx ->
                search
                    .find(tx, exception)
                    .filter(SettlePage::isOpen)
                    .map(found -> settled(tx, found, chosen))
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
        Outcome outcome = act(tx, one, new Chosen(Remedy.Kind.BACKORDER, day, null, null));
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

  private Flash settled(Tx tx, Case found, Chosen chosen) {
    return switch (chosen.kind()) {
      case TRANSFER -> transfer(tx, found, chosen);
      case OTHER_LOCATION -> shipFrom(tx, found, chosen);
      case BACKORDER, DISPLACE, SUBSTITUTE, CANCEL -> told(act(tx, found, chosen));
    };
  }

  private Outcome act(Tx tx, Case found, Chosen chosen) {
    OrderId order = found.order();
    int line = line(found);
    if (order == null) {
      return invalid("There is no such order.");
    }
    try {
      return switch (chosen.kind()) {
        case BACKORDER -> lines.backorder(tx, order, line, LocalDate.parse(chosen.what()));
        case DISPLACE ->
            lines.displace(
                tx,
                new Displacement(
                    order, line, new OrderId(UUID.fromString(chosen.what())), null, null, false, REASON));
        case SUBSTITUTE -> lines.substitute(tx, order, line, chosen.what(), REASON);
        case CANCEL -> lines.cancel(tx, order, line, Integer.parseInt(chosen.what()), REASON);
        case OTHER_LOCATION, TRANSFER -> throw new IllegalArgumentException("done elsewhere");
      };
    } catch (DateTimeException notADay) {
      return invalid(NOT_A_DAY);
    } catch (IllegalArgumentException notThat) {
      return invalid("The choice cannot be read.");
    }
  }

  private Flash transfer(Tx tx, Case found, Chosen chosen) {
    OrderId order = Objects.requireNonNull(found.order());
    LocalDate day;
    try {
      day = LocalDate.parse(Objects.requireNonNullElse(chosen.day(), "").strip());
    } catch (DateTimeException notADay) {
      return told(invalid(NOT_A_DAY));
    }
    LineTransfers.Wish wish =
        new LineTransfers.Wish(
            order, line(found), chosen.what(), Objects.requireNonNullElse(chosen.to(), ""), null, day);
    return switch (transfers.request(tx, wish)) {
      case LineTransfers.Outcome.Requested(Order now, Transfer made) ->
          Flash.done(made.number() + " requested, order " + now.number() + " waits for it until " + day);
      case LineTransfers.Outcome.Refused(OrderRefusal refusal) -> told(new Outcome.Refused(refusal));
      case LineTransfers.Outcome.Invalid(List<ItemError> errors) -> told(new Outcome.Invalid(errors));
    };
  }

  private Flash shipFrom(Tx tx, Case found, Chosen chosen) {
    OrderId order = Objects.requireNonNull(found.order());
    Set<String> codes = Set.of(chosen.what().split(","));
    return switch (routing.pin(tx, order, codes, REASON)) {
      case RoutingCommands.Outcome.Done(Order now) -> {
        int waiting = now.line(line(found)).unpromised();
        yield waiting == 0
            ? Flash.done("Order " + now.number() + " ships from " + String.join(", ", new TreeSet<>(codes)))
            : Flash.refused(
                "Order " + now.number() + " may ship from there now, but others come first: "
                    + GroupMaker.count(waiting, "unit") + (waiting == 1 ? " still waits." : " still wait."));
      }
      case RoutingCommands.Outcome.Refused(OrderRefusal refusal) -> told(new Outcome.Refused(refusal));
      case RoutingCommands.Outcome.Invalid(List<ItemError> errors) -> told(new Outcome.Invalid(errors));
    };
  }

  private static int line(Case found) {
    return Integer.parseInt(found.evidence().getOrDefault("line", "0"));
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
