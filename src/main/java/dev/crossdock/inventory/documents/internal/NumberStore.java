package dev.crossdock.inventory.documents.internal;

import dev.crossdock.platform.db.Tx;

/** The counters of document numbers. */
public final class NumberStore {

  private static final String NEXT =
      """
      insert into stock_document_number as n (merchant, kind, last)
      values (:merchant, :kind, 1)
      on conflict (merchant, kind) do update set last = n.last + 1
      returning last
      """;

  public int next(Tx tx, String kind) {
    return tx.sql(NEXT).param("kind", kind).query(Integer.class).single();
  }
}
