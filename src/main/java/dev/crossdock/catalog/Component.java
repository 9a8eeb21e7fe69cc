package dev.crossdock.catalog;

/** So many units of a SKU in one unit of what it is part of. */
public record Component(String sku, int units) {}
