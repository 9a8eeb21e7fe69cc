package dev.crossdock.console.orders.decision;

import dev.crossdock.customers.GeoPoint;
import java.util.List;

/**
 * Brings points of the globe onto a sheet: degrees as they are, those of longitude as much shorter as they are in the
 * middle of the sheet. Points on both sides of the date line come to lie side by side.
 */
final class Projection {

  static final int WIDTH = 720;
  static final int HEIGHT = 340;

  private static final double KM_PER_DEGREE = 111.2;
  private static final double MARGIN = 44;
  private static final double LEAST_DEGREES = 0.4;
  private static final double SHORTEST = 0.2;

  private final double west;
  private final double north;
  private final double squeeze;
  private final double perDegree;
  private final double around;

  /**
   * @param points what must be seen; not empty
   */
  Projection(List<GeoPoint> points) {
    around = points.getFirst().lon();
    double minLat = points.stream().mapToDouble(GeoPoint::lat).min().orElseThrow();
    double maxLat = points.stream().mapToDouble(GeoPoint::lat).max().orElseThrow();
    double minLon = points.stream().mapToDouble(this::lon).min().orElseThrow();
    double maxLon = points.stream().mapToDouble(this::lon).max().orElseThrow();
    squeeze = Math.max(SHORTEST, Math.cos(Math.toRadians((minLat + maxLat) / 2)));
    double wide = Math.max(LEAST_DEGREES, (maxLon - minLon) * squeeze);
    double high = Math.max(LEAST_DEGREES, maxLat - minLat);
    perDegree = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
    west = (minLon + maxLon) / 2 - WIDTH / perDegree / squeeze / 2;
    north = (minLat + maxLat) / 2 + HEIGHT / perDegree / 2;
  }

  double x(double lon) {
    return rounded((lon - west) * squeeze * perDegree);
  }

  double y(double lat) {
    return rounded((north - lat) * perDegree);
  }

  /** The longitude, counted on beyond the date line where that is nearer. */
  double lon(GeoPoint point) {
    return around + Math.IEEEremainder(point.lon() - around, 360);
  }

  double west() {
    return west;
  }

  double east() {
    return west + WIDTH / perDegree / squeeze;
  }

  double north() {
    return north;
  }

  double south() {
    return north - HEIGHT / perDegree;
  }

  double kmPerUnit() {
    return KM_PER_DEGREE / perDegree;
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
