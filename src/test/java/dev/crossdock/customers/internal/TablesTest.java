package dev.crossdock.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables agree with themselves. */
class TablesTest {

  @Test
  void everyExampleOfAPostcodeFitsItsCountry() {
    List<Country> countries =
        Stream.of(Locale.getISOCountries()).map(code -> Countries.find(code).orElseThrow()).toList();

    assertThat(countries)
        .filteredOn(country -> !country.formats().isEmpty())
        .hasSizeGreaterThan(170)
        .allSatisfy(
            country -> {
              String example = country.example().split(" or ", -1)[0];
              assertThat(country.fits(example)).as(country.code() + " " + example).isTrue();
            });
  }

  @Test
  void aCountryThatNeedsAPostcodeTellsWhatItLooksLike() {
    assertThat(Stream.of(Locale.getISOCountries()).map(code -> Countries.find(code).orElseThrow()))
        .filteredOn(country -> country.postcode() == Country.Need.REQUIRED)
        .allSatisfy(country -> assertThat(country.formats()).as(country.code()).isNotEmpty());
  }

  @Test
  void neighboursAreMutual() {
    for (String country : List.of("US", "CA", "AU")) {
      List<Region> regions = Regions.of(country);
      assertThat(regions).hasSizeGreaterThan(7);
      for (Region region : regions) {
        for (String neighbour : region.neighbours()) {
          assertThat(Regions.find(country, neighbour).orElseThrow().neighbours())
              .as(neighbour + " borders on " + region.code())
              .contains(region.code());
        }
      }
    }
  }

  @Test
  void everyStateHasAPostcode() {
    for (String country : List.of("US", "CA", "AU")) {
      assertThat(Regions.of(country))
          .allSatisfy(region -> assertThat(PostcodeAreas.regionsOf(country)).contains(region.code()));
    }
  }
}
