package dev.crossdock.console.orders.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.orders.decision.MapMaker.Spot;
import dev.crossdock.console.orders.decision.MapView.Kind;
import dev.crossdock.console.orders.decision.MapView.Label;
import dev.crossdock.console.orders.decision.MapView.Mark;
import dev.crossdock.customers.GeoPoint;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapMakerTest {

  private static final GeoPoint POTSDAM = new GeoPoint(52.39, 13.06);
  private static final Spot BERLIN = new Spot(Kind.CHOSEN, "Berlin", new GeoPoint(52.52, 13.4));
  private static final Spot COLOGNE = new Spot(Kind.LOST, "Köln", new GeoPoint(50.94, 6.96));
  private static final Spot SYDNEY = new Spot(Kind.LOST, "Sydney", new GeoPoint(-33.87, 151.21));
  private static final Spot NOWHERE = new Spot(Kind.EXCLUDED, "Store 9", null);

  @Test
  void joinsWhatShipsWithWhereItGoes() {
    MapView map = map(BERLIN, COLOGNE);

    Mark berlin = mark(map, "Berlin");
    Mark there = mark(map, "14467 Potsdam");
    assertThat(map.near().legs()).singleElement().satisfies(leg -> {
      assertThat(leg.x1()).isEqualTo(berlin.x());
      assertThat(leg.y2()).isEqualTo(there.y());
    });
    assertThat(berlin.x()).as("Berlin lies east").isGreaterThan(there.x());
    assertThat(berlin.y()).as("Berlin lies north").isLessThan(there.y());
    assertThat(map.near().name()).isEqualTo("Map. The order goes to 14467 Potsdam. It ships from Berlin, 27 km away. "
        + "1 other place shown.");
  }

  @Test
  void drawsWhatIsFarOnASheetOfItsOwnAndTellsWhatIsUnknown() {
    MapView map = map(BERLIN, COLOGNE, SYDNEY, NOWHERE);

    assertThat(map.near().marks()).extracting(Mark::name).containsExactlyInAnyOrder("14467 Potsdam", "Berlin", "Köln");
    assertThat(map.away()).singleElement().asString().startsWith("Sydney (16,");
    MapView.Sheet far = Objects.requireNonNull(map.far());
    assertThat(far.marks()).extracting(Mark::name)
        .containsExactlyInAnyOrder("14467 Potsdam", "Berlin", "Köln", "Sydney");
    assertThat(far.marks()).allSatisfy(mark -> {
      assertThat(mark.x()).isBetween(0.0, (double) far.width());
      assertThat(mark.y()).isBetween(0.0, (double) far.height());
    });
    assertThat(far.name()).isEqualTo("Map of the farther places. " + map.away().getFirst() + ".");
    assertThat(map.unknown()).containsExactly("Store 9");
  }

  @Test
  void namesPlacesOnThreeContinents() {
    MapView map = map(
        BERLIN, COLOGNE, new Spot(Kind.LOST, "New York", new GeoPoint(40.7, -74)),
        new Spot(Kind.EXCLUDED, "Tokyo", new GeoPoint(35.7, 139.7)));

    MapView.Sheet far = Objects.requireNonNull(map.far());
    assertThat(far.marks()).filteredOn(mark -> mark.name().equals("New York") || mark.name().equals("Tokyo"))
        .hasSize(2)
        .allSatisfy(mark -> assertThat(mark.label()).isNotNull().extracting(Label::narrow).isEqualTo(true));
    assertThat(map(BERLIN, COLOGNE).far()).isNull();
  }

  @Test
  void drawsNothingWhereNothingIsKnown() {
    assertThat(new MapMaker(POTSDAM, "Potsdam").draw(List.of(NOWHERE))).isEmpty();
    assertThat(new MapMaker(null, "nowhere").draw(List.of(BERLIN))).isEmpty();
    assertThat(new MapMaker(null, "nowhere").draw(List.of(BERLIN, COLOGNE))).get()
        .satisfies(map -> assertThat(map.near().legs()).isEmpty());
  }

  @Test
  void crossesTheDateLineTheShortWay() {
    Spot fiji = new Spot(Kind.CHOSEN, "Suva", new GeoPoint(-18.1, 178.4));
    MapView map = new MapMaker(new GeoPoint(-13.8, -171.8), "Apia").draw(List.of(fiji)).orElseThrow();

    assertThat(mark(map, "Suva").x()).as("Suva lies west of Apia").isLessThan(mark(map, "Apia").x());
    assertThat(map.near().marks()).allSatisfy(mark -> {
      assertThat(mark.x()).isBetween(0.0, (double) map.near().width());
      assertThat(mark.y()).isBetween(0.0, (double) map.near().height());
    });
    assertThat(map.near().grid()).extracting(MapView.Line::words).contains("180°W");
  }

  @Test
  void namesNoPlaceOverAnother() {
    List<Spot> crowd = IntStream.range(0, 40)
        .mapToObj(n -> new Spot(Kind.LOST, "Store " + n, new GeoPoint(52.5 + n * 0.001, 13.4)))
        .toList();
    MapView map = new MapMaker(POTSDAM, "Potsdam").draw(crowd).orElseThrow();

    List<Label> labels = map.near().marks().stream().map(Mark::label).filter(Objects::nonNull).toList();
    assertThat(labels).hasSizeBetween(1, 20);
    for (Label one : labels) {
      for (Label other : labels) {
        boolean apart = one.atEnd() != other.atEnd() || Math.abs(one.y() - other.y()) >= 14;
        assertThat(one.equals(other) || apart).as(one + " covers " + other).isTrue();
      }
    }
  }

  private static MapView map(Spot... spots) {
    return new MapMaker(POTSDAM, "14467 Potsdam").draw(List.of(spots)).orElseThrow();
  }

  private static Mark mark(MapView map, String name) {
    return map.near().marks().stream().filter(mark -> mark.name().equals(name)).findFirst().orElseThrow();
  }
}
