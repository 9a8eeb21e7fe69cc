package dev.crossdock.console.network;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All locations: what they are, whether they work now, and how much they were given today. */
@RestController
class LocationsPage {

  private static final List<Column> COLUMNS = List.of(
      Column.text("Location"), Column.text("Kind"), Column.text("Now"), Column.text("Cut-off"),
      Column.number("Orders today"), Column.text("Tags"));

  private final Pages pages;
  private final Door door;
  private final Locations locations;
  private final Network network;

  LocationsPage(Pages pages, Door door, Locations locations, Network network) {
    this.pages = pages;
    this.door = door;
    this.locations = locations;
    this.network = network;
  }

  @GetMapping("/console/locations")
  ResponseEntity<String> page(Visit visit) {
    return pages.page(
        visit, Nav.LOCATIONS, "Locations", "network/locations.jte", door.read(visit.merchant(), tx -> view(tx, visit)));
  }

  private LocationsView view(Tx tx, Visit visit) {
    List<Location> all = locations.list(tx);
    if (all.isEmpty()) {
      return new LocationsView(
          null,
          new Block(
              Block.Kind.NONE_YET, "No locations yet", "They come by the API, and are shown here with their work.",
              null));
    }
    Map<String, Profile> profiles =
        network.profiles().list(tx).stream().collect(Collectors.toMap(Kept::name, Kept::content));
    Map<String, PlaceLoad> loads = network.facts().loads().read(tx);
    Instant now = visit.watch().now();
    return new LocationsView(
        new Grid(
            all.size() + " locations", COLUMNS,
            all.stream().map(place -> row(place, profiles.get(place.code()), loads.get(place.code()), now)).toList()),
        null);
  }

  private static Grid.Row row(Location place, @Nullable Profile profile, @Nullable PlaceLoad load, Instant now) {
    WorkingCalendar calendar = profile == null ? null : profile.facts(place.timeZone()).calendar();
    return Grid.Row.of(
        "location-" + place.code(),
        Cell.link(place.name(), NetworkNav.LOCATIONS.href() + "/" + place.code()).withSecond(place.code()),
        Cell.of(words(place.kind())),
        Cell.badge(state(place, calendar, now)),
        calendar == null ? Cell.of("") : cutOff(calendar, place, now),
        orders(profile == null ? null : profile.capacity(), load),
        Cell.of(profile == null ? "" : String.join(", ", profile.tags())));
  }

  private static Badge state(Location place, @Nullable WorkingCalendar calendar, Instant now) {
    if (!place.active()) {
      return Badge.of(Role.NEUTRAL, Icon.CROSS, "Switched off");
    }
    if (calendar == null) {
      return Badge.of(Role.SUCCESS, Icon.PIP_FULL, "At all hours");
    }
    return calendar.open(now)
        ? Badge.of(Role.SUCCESS, Icon.PIP_FULL, "Open")
        : Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Closed");
  }

  private static Cell cutOff(WorkingCalendar calendar, Location place, Instant now) {
    return calendar
        .cutOff(calendar.today(now))
        .map(
            at ->
                Cell.of(at.atZone(place.timeZone()).toLocalTime().withNano(0).toString())
                    .withSecond(place.timeZone().getId()))
        .orElseGet(() -> Cell.of("Not today"));
  }

  private static Cell orders(@Nullable Capacity capacity, @Nullable PlaceLoad load) {
    if (capacity == null || load == null) {
      return Cell.of("");
    }
    Cell cell =
        Cell.of(
            capacity.perDay() == null
                ? Units.grouped(load.today())
                : Units.grouped(load.today()) + " of " + Units.grouped(capacity.perDay()));
    return capacity.perHour() == null
        ? cell
        : cell.withSecond("this hour " + Units.grouped(load.thisHour()) + " of " + Units.grouped(capacity.perHour()));
  }

  static String words(LocationKind kind) {
    return switch (kind) {
      case WAREHOUSE -> "Warehouse";
      case STORE -> "Store";
      case THREE_PL -> "3PL";
      case DROPSHIP -> "Dropship supplier";
      case MARKETPLACE -> "Marketplace warehouse";
    };
  }
}
