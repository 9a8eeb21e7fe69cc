package dev.crossdock.customers;

/** A point on the Earth, in degrees north and east. */
public record GeoPoint(double lat, double lon) {

  /** The mean radius of the Earth as a sphere (IUGG R1). */
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** Whether the degrees are degrees. */
  public static boolean isValid(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  /** The great-circle distance in kilometres, by the haversine formula. */
  public double kilometresTo(GeoPoint other) {
    double north = Math.toRadians(other.lat - lat);
    double east = Math.toRadians(other.lon - lon);
    double a =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(east / 2));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double square(double value) {
    return value * value;
  }
}
