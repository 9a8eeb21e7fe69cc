package dev.crossdock.inventory.costing;

/**
 * What the sales of a SKU cost in a period.
 *
 * @param units sold, less those that came back
 * @param cost of sales in minor units of the currency, less what came back
 * @param opening what the stock was worth when the period began
 * @param closing what it was worth when the period ended
 */
public record SkuSales(String sku, String currency, long units, long cost, long opening, long closing) {

  /** How often the stock was sold: cost of sales by the mean of its value at both ends; 0 without stock. */
  public double turns() {
    long mean = opening + closing;
    return mean == 0 ? 0 : 2.0 * cost / mean;
  }
}
