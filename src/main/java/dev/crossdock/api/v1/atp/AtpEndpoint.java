package dev.crossdock.api.v1.atp;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.promising.Atp;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.promising.Promising;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be promised to whom, and when more could be. */
@RestController
class AtpEndpoint {

  private static final int SKUS_MAX = 200;
  private static final long UNITS_MAX = 1_000_000_000;

  private final Commands commands;
  private final Promising promising;

  AtpEndpoint(Commands commands, Promising promising) {
    this.commands = commands;
    this.promising = promising;
  }

  @GetMapping("/api/v1/atp")
  @RequiresScope(Scope.STOCK_READ)
  AtpView.Listing list(
      ApiCall call,
      @RequestParam List<String> sku,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable List<String> location,
      @RequestParam(required = false) @Nullable String delivery) {
    AtpContext context = context(channel, account, location, delivery);
    Set<String> asked = new TreeSet<>(sku);
    if (asked.isEmpty() || asked.size() > SKUS_MAX) {
      throw Refusal.parameter("sku", "Name 1 to " + SKUS_MAX + " SKUs.");
    }
    Map<String, Atp> found = commands.read(call, tx -> promising.atp(tx, context, asked));
    asked.removeAll(found.keySet());
    return new AtpView.Listing(found.values().stream().map(AtpView::of).toList(), List.copyOf(asked));
  }

  @GetMapping("/api/v1/atp/{sku}/when")
  @RequiresScope(Scope.STOCK_READ)
  AtpWhenView when(
      ApiCall call,
      @PathVariable String sku,
      @RequestParam long units,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable List<String> location,
      @RequestParam(required = false) @Nullable String delivery) {
    AtpContext context = context(channel, account, location, delivery);
    if (units < 1 || units > UNITS_MAX) {
      throw Refusal.parameter("units", "A whole number from 1 to 1,000,000,000.");
    }
    return commands
        .read(call, tx -> promising.when(tx, context, sku, units, LocalDate.ofInstant(tx.now(), ZoneOffset.UTC)))
        .map(AtpWhenView::of)
        .orElseThrow(() -> Refusal.notFound("There is no such SKU."));
  }

  private static AtpContext context(
      @Nullable String channel, @Nullable String account, @Nullable List<String> location, @Nullable String delivery) {
    storable("channel", channel);
    storable("account", account);
    if (account != null && channel == null) {
      throw Refusal.parameter("channel", "Give it with the account.");
    }
    AtpContext.Delivery how =
        switch (delivery) {
          case null -> AtpContext.Delivery.SHIP;
          case "ship" -> AtpContext.Delivery.SHIP;
          case "pickup" -> AtpContext.Delivery.PICKUP;
          default -> throw Refusal.parameter("delivery", "ship or pickup.");
        };
    return new AtpContext(channel, account, location == null ? Set.of() : Set.copyOf(location), how);
  }

  private static void storable(String name, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw Refusal.parameter(name, "It holds a character that no name has.");
    }
  }
}
