package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.documents.internal.NumberStore;
import dev.crossdock.platform.db.Tx;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives documents their numbers, such as {@code PO-000123}. */
public final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_./:#-]{1,40}");

  private final NumberStore store = new NumberStore();

  /**
   * The number that was asked for, or else the next of this kind that is free. These are gapless, so two documents of a
   * kind are made one after the other.
   */
  public String of(Tx tx, String prefix, @Nullable String asked, Predicate<String> isTaken) {
    if (asked != null) {
      return asked;
    }
    String number = next(tx, prefix);
    while (isTaken.test(number)) {
      number = next(tx, prefix);
    }
    return number;
  }

  private String next(Tx tx, String prefix) {
    return String.format(Locale.ROOT, "%s-%06d", prefix, store.next(tx, prefix));
  }

  /** Whether a text may be a document's number, or the reference of a delivery note. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
