package dev.crossdock.catalog;

/**
 * A SKU that a channel's unknown one may mean.
 *
 * @param likeness 0 to 1; only for putting suggestions in order
 */
public record SkuSuggestion(String sku, String title, Reason reason, double likeness) {

  /** Why it is suggested, strongest first. */
  public enum Reason {
    /** The same but for capital letters, blanks and punctuation. */
    SAME_LETTERS,
    /** Another account or channel uses the same text for it. */
    LISTED_ELSEWHERE,
    /** The channel sent its barcode. */
    BARCODE,
    /** One is the beginning of the other. */
    BEGINNING,
    /** Many letters in common. */
    SIMILAR
  }
}
