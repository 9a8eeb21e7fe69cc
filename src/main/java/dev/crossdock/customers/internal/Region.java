package dev.crossdock.customers.internal;

import dev.crossdock.customers.GeoPoint;
import java.util.List;

/** A state or province; {@code neighbours} are the codes of those it borders on. */
public record Region(String country, String code, String name, GeoPoint point, List<String> neighbours) {}
