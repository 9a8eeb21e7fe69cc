package dev.crossdock.channels.publishing;

/**
 * Somebody said how much there is of a SKU at a location.
 *
 * @param source who said so, and how, as people name it
 * @param onHand what lies there since
 */
record StockSet(String sku, String source, int onHand) {}
