package dev.crossdock.sandbox.drills.intake;

/** What so many orders took. */
record Cost(Usage before, Usage after, Books.Volume written, int orders) {

  /** Of JVM and PostgreSQL, per order. */
  double cpuMillis() {
    return productMillis() + databaseMillis();
  }

  double productMillis() {
    return perOrder(after.productSince(before));
  }

  double databaseMillis() {
    return perOrder(after.databaseSince(before));
  }

  double loadMillis() {
    return perOrder(after.loadSince(before));
  }

  double walBytes() {
    return perOrder((double) written.walBytes());
  }

  double rows() {
    return perOrder((double) written.rows());
  }

  double bytes() {
    return perOrder((double) written.bytes());
  }

  private double perOrder(double all) {
    return orders == 0 ? 0 : all / orders;
  }
}
