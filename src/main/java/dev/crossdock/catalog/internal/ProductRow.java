package dev.crossdock.catalog.internal;

/** A product as it stands in the table. */
record ProductRow(String handle, String title, int version) {}
