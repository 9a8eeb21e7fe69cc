package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Locations on a real database. */
class LocationsTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource());
  }

  @Test
  void keepsWhatItIsTold() {
    Locations.Stored stored =
        put(
            new LocationInput(
                "NYC-1", "New York", "THREE_PL", "US", "NY", "New York", "10001", 40.7, -74.0, "America/New_York", 5,
                false));

    Location location =
        new Location(
            "NYC-1", "New York", LocationKind.THREE_PL, "US", "NY", "New York", "10001", 40.7, -74.0,
            ZoneId.of("America/New_York"), 5, false, 1);
    assertThat(stored).isEqualTo(new Locations.Stored(List.of(location), List.of()));
    assertThat(find("NYC-1")).contains(location);
    assertThat(find("NYC")).isEmpty();
  }

  @Test
  void takesDefaultsForWhatIsNotTold() {
    Location location = put(simple("NYC", null)).stored().getFirst();

    assertThat(location)
        .isEqualTo(
            new Location(
                "NYC", "NYC", LocationKind.WAREHOUSE, "US", null, null, null, null, null, ZoneId.of("UTC"), 100, true,
                1));
  }

  @Test
  void countsChangesAndJournalsThemOnly() {
    put(simple("NYC", "Old"), simple("LAX", null));

    Locations.Stored stored = put(simple("NYC", "New"), simple("LAX", null));

    assertThat(stored.stored()).extracting(Location::version).containsExactly(1, 2);
    assertThat(world.journal())
        .containsExactly(
            "location:LAX 1 location.described", "location:NYC 1 location.described",
            "location:NYC 2 location.described");
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Locations.Stored stored =
        put(
            simple("NYC", null),
            new LocationInput(
                "nyc", "x".repeat(101), "SHED", "USA", "N\u0007Y", null, null, 91.0, -180.5, "Mars/Base", -1, null),
            new LocationInput(null, null, null, null, null, null, null, 1.0, null, null, null, null),
            simple("NYC", "again"));

    assertThat(stored.stored()).extracting(Location::code).containsExactly("NYC");
    assertThat(stored.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "1 code format",
            "1 name length",
            "1 kind unknown",
            "1 address.country unknown",
            "1 address.region characters",
            "1 geo.lat range",
            "1 geo.lon range",
            "1 timeZone unknown",
            "1 priority range",
            "2 code required",
            "2 address.country required",
            "2 geo incomplete",
            "3 code duplicate");
  }

  @Test
  void refusesCoordinatesThatAreNoNumbers() {
    LocationInput nowhere =
        new LocationInput("NYC", null, null, "US", null, null, null, Double.NaN, Double.NaN, null, null, null);

    assertThat(put(nowhere).errors()).extracting(ItemError::field).containsExactly("geo.lat", "geo.lon");
  }

  private Locations.Stored put(LocationInput... inputs) {
    return world.write(tx -> world.locations.put(tx, List.of(inputs)));
  }

  private Optional<Location> find(String code) {
    return world.read(tx -> world.locations.find(tx, code));
  }

  private static LocationInput simple(String code, @Nullable String name) {
    return new LocationInput(code, name, null, "US", null, null, null, null, null, null, null, null);
  }
}
