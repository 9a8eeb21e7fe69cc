package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.documents.internal.NumberStore;
import dev.crossdock.platform.db.Tx;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gives documents their numbers, such as {@code PO-000123}. */
public final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_./:#-]{1,40}");

  private final NumberStore store = new NumberStore();

  /** The next number of this kind; gapless, so two documents of a kind are made one after the other. */
  public String next(Tx tx, String prefix) {
    return String.format(Locale.ROOT, "%s-%06d", prefix, store.next(tx, prefix));
  }

  /** Whether a text may be a document's number, or the reference of a delivery note. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
