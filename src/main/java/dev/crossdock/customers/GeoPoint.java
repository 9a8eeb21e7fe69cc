package dev.crossdock.customers;


public record GeoPoint(double lat, double lon) {}
