package dev.crossdock.inventory.documents.internal;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The delivery notes that were received. */
public final class ReceiptStore {

  private static final String INSERT =
      """
      insert into stock_receipt (merchant, document, reference, content, received_at)
      values (:merchant, :document::uuid, :reference, :content, :receivedAt::timestamptz)
      """;

  private static final String CONTENT =
      """
      select r.content from stock_receipt r
      where r.merchant = :merchant and r.document = :document::uuid and r.reference = :reference
      """;

  public void insert(Tx tx, UUID document, String reference, String content, Instant receivedAt) {
    tx.sql(INSERT)
        .param("document", document.toString())
        .param("reference", reference)
        .param("content", content)
        .param("receivedAt", receivedAt.toString())
        .update();
  }

  public Optional<String> content(Tx tx, UUID document, String reference) {
    return tx.sql(CONTENT)
        .param("document", document.toString())
        .param("reference", reference)
        .query(String.class)
        .optional();
  }
}
