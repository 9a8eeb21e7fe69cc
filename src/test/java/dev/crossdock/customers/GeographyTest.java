package dev.crossdock.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rough places and the distances between them. */
class GeographyTest {

  private static final GeoPoint NEW_YORK = new GeoPoint(40.7128, -74.0060);
  private static final GeoPoint LOS_ANGELES = new GeoPoint(34.0522, -118.2437);

  @Test
  void measuresGreatCircles() {
    assertThat(NEW_YORK.kilometresTo(LOS_ANGELES)).isCloseTo(3936, within(5.0));
    assertThat(new GeoPoint(51.5074, -0.1278).kilometresTo(new GeoPoint(48.8566, 2.3522))).isCloseTo(344, within(2.0));
    assertThat(new GeoPoint(0, 179.5).kilometresTo(new GeoPoint(0, -179.5))).isCloseTo(111.2, within(0.1));
    assertThat(new GeoPoint(90, 0).kilometresTo(new GeoPoint(-90, 77))).isCloseTo(20015, within(1.0));
    assertThat(NEW_YORK.kilometresTo(NEW_YORK)).isZero();
  }

  @Test
  void believesCoordinatesThatAreOnes() {
    assertThat(at("US", "CA", "90001", 40.7128, -74.0060)).contains(NEW_YORK);
    assertThat(at(null, null, null, 1.0, 2.0)).contains(new GeoPoint(1, 2));
    assertThat(at(null, null, null, 91.0, 2.0)).isEmpty();
    assertThat(at(null, null, null, Double.NaN, 2.0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // country, region, postcode, a true place of it, how far off the answer may be in kilometres
    "US, , 10001, 40.75, -73.99, 300", "US, NY, , 40.75, -73.99, 300", "US, , 94105-1234, 37.79, -122.39, 350",
    "US, , 60601, 41.88, -87.63, 250", "US, TX, , 32.78, -96.80, 350", "CA, , M5V 3L9, 43.64, -79.39, 250",
    "CA, BC, , 49.28, -123.12, 650", "AU, , 2000, -33.87, 151.21, 200", "DE, , 80331, 48.14, 11.57, 60",
    "DE, , D-20095, 53.55, 9.99, 60", "FR, , 13001, 43.30, 5.37, 60", "IT, , 20121, 45.47, 9.19, 60",
    "ES, , 08001, 41.38, 2.17, 60", "GB, , EH1 1YZ, 55.95, -3.19, 40", "GB, , B1 1AA, 52.48, -1.90, 30",
    "GB, , BA1 1AA, 51.38, -2.36, 40", "GB, , SW1A 1AA, 51.50, -0.14, 20", "NL, , 1012 JS, 52.37, 4.89, 40",
    "PL, , 00-950, 52.23, 21.01, 60", "SE, , 111 22, 59.33, 18.06, 40", "JP, , 530-0001, 34.70, 135.50, 60",
    "IN, , 560001, 12.97, 77.59, 400", "CN, , 518000, 22.54, 114.06, 150", "BR, , 01310-100, -23.56, -46.65, 50",
    "FR, , 97110, 16.24, -61.53, 60", "AT, , 1010, 48.21, 16.37, 20", "CH, , 8001, 47.37, 8.54, 40",
    "BE, , 2000, 51.22, 4.40, 40", "MX, , 06000, 19.43, -99.13, 800", "SG, , 018989, 1.28, 103.85, 30"
  })
  void placesAddressesRoughly(
      String country, @Nullable String region, @Nullable String postcode, double lat, double lon, double kilometres) {
    Optional<GeoPoint> place = at(country, region, postcode, null, null);

    assertThat(place.orElseThrow().kilometresTo(new GeoPoint(lat, lon))).isLessThan(kilometres);
  }

  @Test
  void tellsTheNearerWarehouse() {
    GeoPoint boston = at("US", "MA", "02108", null, null).orElseThrow();

    assertThat(Geography.distanceKm(boston, NEW_YORK)).isLessThan(Geography.distanceKm(boston, LOS_ANGELES));
  }

  @Test
  void placesEveryCountry() {
    for (String country : Locale.getISOCountries()) {
      Optional<GeoPoint> place = at(country, null, null, null, null);
      assertThat(place).as(country).hasValueSatisfying(point ->
          assertThat(GeoPoint.isValid(point.lat(), point.lon())).isTrue());
    }
    assertThat(at("ZZ", null, null, null, null)).isEmpty();
  }

  private static Optional<GeoPoint> at(
      @Nullable String country,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable Double lat,
      @Nullable Double lon) {
    return Geography.locate(PostalAddress.ofPlace(country, region, null, postalCode, lat, lon));
  }
}
