package dev.crossdock.api.v1.locations;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The places that hold stock. */
@RestController
class LocationsEndpoint {

  private final Commands commands;
  private final Locations locations;

  LocationsEndpoint(Commands commands, Locations locations) {
    this.commands = commands;
    this.locations = locations;
  }

  @PostMapping("/api/v1/locations")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<LocationView.Listing> put(ApiCall call, @RequestBody List<LocationBody> body) {
    List<LocationInput> inputs = Items.of(body).stream().map(LocationBody::input).toList();
    return commands.write(
        call,
        LocationView.Listing.class,
        tx -> {
          Locations.Stored stored = locations.put(tx, inputs);
          Refusal.throwIfAny(
              stored.errors().stream()
                  .map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence()))
                  .toList());
          return listing(stored.stored());
        });
  }

  @GetMapping("/api/v1/locations")
  @RequiresScope(Scope.STOCK_READ)
  LocationView.Listing list(ApiCall call) {
    return listing(commands.read(call, locations::list));
  }

  private static LocationView.Listing listing(List<Location> locations) {
    return new LocationView.Listing(locations.stream().map(LocationView::of).toList());
  }

}
