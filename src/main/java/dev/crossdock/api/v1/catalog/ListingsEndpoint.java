package dev.crossdock.api.v1.catalog;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.ListingInput;
import dev.crossdock.catalog.ListingsStored;
import dev.crossdock.channels.Remapping;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How channels name what is sold. A new name sets free every order line that waited for it. */
@RestController
class ListingsEndpoint {

  private final Commands commands;
  private final Remapping remapping;

  ListingsEndpoint(Commands commands, Remapping remapping) {
    this.commands = commands;
    this.remapping = remapping;
  }

  @PutMapping("/api/v1/listings")
  @RequiresScope(Scope.CATALOG_WRITE)
  ResponseEntity<Stored> put(ApiCall call, @RequestBody List<ListingBody> body) {
    List<ListingInput> inputs = Items.of(body).stream().map(ListingBody::input).toList();
    return commands.write(
        call,
        Stored.class,
        tx -> {
          Remapping.ListingsMapped mapped = remapping.putListings(tx, inputs);
          ListingsStored stored = mapped.stored();
          Refusal.throwIfAny(ProductsEndpoint.errors(stored.errors()));
          return new Stored(stored.created(), stored.changed(), stored.unchanged(), mapped.ordersFreed());
        });
  }
}
