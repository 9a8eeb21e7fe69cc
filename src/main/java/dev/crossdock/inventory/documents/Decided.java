package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.ItemError;
import java.util.List;

/**
 * What became of a command to a document.
 *
 * @param <D> the document
 */
public sealed interface Decided<D> {

  /** Done; the document as it stands now. */
  record Accepted<D>(D document) implements Decided<D> {}

  /** Nothing was changed. The rule {@code state} tells that the document is past it, {@code missing} that it is not. */
  record Refused<D>(List<ItemError> errors) implements Decided<D> {

    /** One reason. */
    public static <D> Refused<D> of(String field, String rule, String sentence) {
      return new Refused<>(List.of(new ItemError(0, field, rule, sentence)));
    }

    /** The document's state does not allow it. */
    public static <D> Refused<D> state(String sentence) {
      return of("state", "state", sentence);
    }

    /** There is no such document. */
    public static <D> Refused<D> missing() {
      return of("id", "missing", "There is no such document.");
    }
  }
}
