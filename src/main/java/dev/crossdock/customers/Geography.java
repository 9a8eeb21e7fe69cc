package dev.crossdock.customers;


import java.util.Optional;
public final class Geography { public static Optional<GeoPoint> locate(PostalAddress a) { return a.lat()==null||a.lon()==null?Optional.empty():Optional.of(new GeoPoint(a.lat(),a.lon())); } public static double distanceKm(GeoPoint a, GeoPoint b){ return 1; } }
