package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.documents.internal.ReceiptStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Remembers which delivery notes were received for a document, so that each is received once. */
public final class Receipts {

  private final ReceiptStore store = new ReceiptStore();

  /**
   * The answer to a delivery note whose reference was received before: the document as it stands when it is the same
   * note, a refusal when it is another; nothing for a new one. The caller has locked the document.
   *
   * @param content all that it says, in a form that is equal when it says the same
   */
  public <D> Optional<Decided<D>> answer(Tx tx, UUID id, String reference, String content, D document) {
    Optional<String> known = Numbers.isNumber(reference) ? store.content(tx, id, reference) : Optional.empty();
    return known.map(
        was ->
            was.equals(content)
                ? new Decided.Accepted<>(document)
                : Decided.Refused.of(
                    "reference", "duplicate", "Something else was received under this delivery note."));
  }

  /** Remembers a new one. */
  public void remember(Tx tx, UUID document, String reference, String content, Instant receivedAt) {
    store.insert(tx, document, reference, content, receivedAt);
  }
}
