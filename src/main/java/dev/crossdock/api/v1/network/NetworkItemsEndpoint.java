package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.network.Item;
import dev.crossdock.routing.network.ItemInput;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What SKUs ask of whoever ships them. */
@RestController
class NetworkItemsEndpoint {

  private final Commands commands;
  private final Network network;

  NetworkItemsEndpoint(Commands commands, Network network) {
    this.commands = commands;
    this.network = network;
  }

  @GetMapping("/api/v1/network/items")
  @RequiresScope(Scope.STOCK_READ)
  Page<ItemInput> list(ApiCall call, PageRequest page) {
    List<Kept<Item>> found = commands.read(call, tx -> network.items().list(tx, page.after(), page.probe()));
    return page.page(
        found.stream().map(ItemInput::of).toList(), item -> Objects.requireNonNull(item.sku(), "it is told of one"));
  }

  @PutMapping("/api/v1/network/items")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> put(ApiCall call, @RequestBody List<ItemInput> body) {
    List<ItemInput> items = Items.of(body);
    return commands.write(call, Tags.Stored.class, tx -> Tags.Stored.of(network.items().put(tx, items)));
  }

  @GetMapping("/api/v1/network/items/{sku}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<ItemInput> get(ApiCall call, @PathVariable String sku) {
    ItemInput item =
        commands.read(call, tx -> network.items().find(tx, sku)).map(ItemInput::of).orElseThrow(Tags::missing);
    return Tags.tagged(item, item.version());
  }

  @DeleteMapping("/api/v1/network/items/{sku}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> remove(
      ApiCall call,
      @PathVariable String sku,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Integer version = Tags.version(ifMatch);
    return commands.write(call, Tags.Stored.class, tx -> Tags.Stored.of(network.items().remove(tx, sku, version)));
  }
}
