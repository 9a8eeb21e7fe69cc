package dev.crossdock.orders.internal;

import dev.crossdock.platform.db.Tx;

/** The next free order number of each merchant. */
public final class NumberStore {

  private static final int FIRST = 1001;

  private static final String TAKE =
      """
      insert into order_number_block (merchant, next_number)
      values (:merchant, :first + :size)
      on conflict (merchant) do update set next_number = order_number_block.next_number + :size
      returning next_number - :size
      """;

  /** Takes a block of numbers; the first of them. */
  public long take(Tx tx, int size) {
    return tx.sql(TAKE).param("first", FIRST).param("size", size).query(Long.class).single();
  }
}
