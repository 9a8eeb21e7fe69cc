package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.documents.internal.ReceiptStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.UUID;

/** Remembers which delivery notes were received for a document, so that each is received once. */
public final class Receipts {

  private final ReceiptStore store = new ReceiptStore();

  /** What is known of a delivery note. */
  public enum Known {
    NEW,
    /** The same was received before: nothing is to be done. */
    SAME,
    /** Another content was received under this reference. */
    OTHER
  }

  /**
   * Whether a delivery note was received; the caller has locked the document.
   *
   * @param content all that it says, in a form that is equal when it says the same
   */
  public Known known(Tx tx, UUID document, String reference, String content) {
    return Numbers.isNumber(reference)
        ? store.content(tx, document, reference).map(was -> was.equals(content) ? Known.SAME : Known.OTHER)
            .orElse(Known.NEW)
        : Known.NEW;
  }

  /** Remembers a new one. */
  public void remember(Tx tx, UUID document, String reference, String content, Instant receivedAt) {
    store.insert(tx, document, reference, content, receivedAt);
  }
}
