package dev.crossdock.platform.db;

/** Whose data: the first column of every key. The first start makes one merchant, {@code main}, with id 1. */
public record Merchant(int id) {

  public static final Merchant MAIN = new Merchant(1);
}
