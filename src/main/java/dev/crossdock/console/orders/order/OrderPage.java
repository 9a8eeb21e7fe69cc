package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.platform.db.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one order, now or after any of its events, and takes what a person decides about its holds. */
@RestController
class OrderPage {

  private static final int NOTE_MAX = 500;

  private final Pages pages;
  private final Door door;
  private final OrderReader reader;
  private final Orders orders;
  private final Commands commands;
  private final ActorWords actors;

  OrderPage(Pages pages, Door door, OrderReader reader, Orders orders, Commands commands, ActorWords actors) {
    this.pages = pages;
    this.door = door;
    this.reader = reader;
    this.orders = orders;
    this.commands = commands;
    this.actors = actors;
  }

  @GetMapping("/console/orders/{id:[0-9a-f-]{36}}")
  ResponseEntity<String> page(
      Visit visit, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer at) {
    Optional<ViewMaker> found = maker(visit, id, at);
    if (found.isEmpty()) {
      return absent(visit);
    }
    OrderView view = view(visit, found.get());
    String title = view.head().number() + " " + view.head().badge().text();
    return pages.page(visit, Nav.ORDERS, title, "orders/order/page.jte", view);
  }

  /** The page's content as it is now, for somebody who looks at it. */
  @GetMapping("/console/orders/{id:[0-9a-f-]{36}}/live")
  ResponseEntity<String> live(Visit visit, @PathVariable UUID id) {
    Optional<ViewMaker> found = maker(visit, id, null);
    return found.isEmpty()
        ? ResponseEntity.notFound().build()
        : pages.part(
            HttpStatus.OK,
            "orders/order/live.jte",
            Map.of("viewer", visit.viewer(), "page", view(visit, found.get())));
  }

  @PostMapping("/console/orders/{id:[0-9a-f-]{36}}/holds/{hold}/release")
  ResponseEntity<String> release(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable UUID hold,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String note) {
    String said = note.strip().substring(0, Math.min(NOTE_MAX, note.strip().length()));
    Commands.Form form = new Commands.Form(key, "release-hold", List.of(id.toString(), hold.toString(), said));
    OrderCommand command = new OrderCommand.ReleaseHold(hold, visit.viewer().actor().id(), true, said);
    Flash flash = commands.run(visit, form, tx -> told(orders.execute(tx, new OrderId(id), command)));
    return Commands.told(request, flash, "/console/orders/" + id);
  }

  private static Flash told(OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Accepted accepted -> Flash.done("Hold released. The order goes on.");
      case OrderDecision.Refused refused -> Flash.refused(refused.refusal().sentence());
    };
  }

  private Optional<ViewMaker> maker(Visit visit, UUID id, @Nullable Integer at) {
    return door.read(visit.merchant(), tx -> reader.read(tx, new OrderId(id), at))
        .map(reading -> new ViewMaker(reading, visit.watch(), actors));
  }

  private OrderView view(Visit visit, ViewMaker maker) {
    return maker.view(visit.viewer().mayAct() ? commands::key : null);
  }

  private ResponseEntity<String> absent(Visit visit) {
    Block block = new Block(Block.Kind.NO_MATCH, "There is no such order", "The address names an order we don't have.",
        new Block.Action("Show open orders", Nav.ORDERS.href()));
    return pages.page(HttpStatus.NOT_FOUND, visit, Nav.ORDERS, "No such order", "shell/block.jte", block);
  }
}
