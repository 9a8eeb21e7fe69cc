package dev.crossdock.channels.adapters.woocommerce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of what has stock: a product's {@code 12}, or a variation's together with its product's, {@code 12/34}, for a
 * variation has no address of its own.
 */
record WooId(@Nullable String product, String id) {

  private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,18})/)?(\\d{1,18})");

  static Optional<WooId> parse(@Nullable String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    return matcher.matches() ? Optional.of(new WooId(matcher.group(1), matcher.group(2))) : Optional.empty();
  }

  String text() {
    return product == null ? id : product + "/" + id;
  }

  /** Where a batch of its kind is posted. */
  String batch() {
    return product == null ? "/products/batch" : "/products/" + product + "/variations/batch";
  }
}
