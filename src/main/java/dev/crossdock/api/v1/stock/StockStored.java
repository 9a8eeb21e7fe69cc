package dev.crossdock.api.v1.stock;

import java.util.List;

/**
 * What a count changed.
 *
 * @param unchanged items that told nothing new
 * @param shortfalls where more is promised now than lies there
 */
record StockStored(int changed, int unchanged, List<Place> shortfalls) {

  record Place(String sku, String location) {}
}
