package dev.crossdock.api.v1.atp;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.promising.SafetyStock;
import dev.crossdock.inventory.promising.SafetyStocks;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept back from being offered. */
@RestController
class SafetyStockEndpoint {

  private static final int KEY_PARTS = 4;

  private final Commands commands;
  private final SafetyStocks settings;

  SafetyStockEndpoint(Commands commands, SafetyStocks settings) {
    this.commands = commands;
    this.settings = settings;
  }

  /** How many settings differ now. */
  record SafetyStored(int changed, int unchanged) {}

  @PutMapping("/api/v1/safety-stock")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<SafetyStored> put(ApiCall call, @RequestBody List<SafetyStockBody> body) {
    List<SafetyStock> wanted = Items.of(body).stream().map(SafetyStockBody::setting).toList();
    return commands.write(
        call,
        SafetyStored.class,
        tx -> {
          SafetyStocks.Stored stored = settings.put(tx, wanted);
          Refusal.throwIfAny(
              stored.errors().stream()
                  .map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence()))
                  .toList());
          return new SafetyStored(stored.changed(), stored.unchanged());
        });
  }

  @GetMapping("/api/v1/safety-stock")
  @RequiresScope(Scope.STOCK_READ)
  Page<SafetyStockBody> list(
      ApiCall call, PageRequest page, @RequestParam(required = false) @Nullable String sku) {
    if (sku != null && sku.indexOf('\0') >= 0) {
      throw Refusal.parameter("sku", "It holds a character that no SKU has.");
    }
    SafetyStock after = after(page);
    List<SafetyStock> found = commands.read(call, tx -> settings.list(tx, sku, after, page.probe()));
    Page<SafetyStock> part = page.page(found, SafetyStockEndpoint::key);
    return new Page<>(part.items().stream().map(SafetyStockBody::of).toList(), part.next());
  }

  private static String key(SafetyStock setting) {
    return Stream.of(setting.sku(), setting.location(), setting.channel(), setting.account())
        .map(part -> Objects.requireNonNullElse(part, ""))
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable SafetyStock after(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return null;
    }
    String[] parts = after.split("\n", -1);
    if (parts.length != KEY_PARTS) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
    return new SafetyStock(parts[0], parts[1], parts[2], parts[3], null);
  }
}
