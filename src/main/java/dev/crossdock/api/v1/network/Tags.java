package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.network.Told;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Versions as entity tags, and what becomes of a refused change. */
final class Tags {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private Tags() {}

  /** How many of the items told something new, and how many did not. */
  record Stored(int changed, int unchanged) {

    static Stored of(Told<?> told) {
      refuse(told.errors());
      return new Stored(told.changed(), told.stored().size() - told.changed());
    }
  }

  /** The version that {@code If-Match} names; null where the caller names none. */
  static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw Refusal.parameter("If-Match", "Give the ETag of the answer before.");
    }
    return Integer.valueOf(matcher.group(1));
  }

  /** With the version as its tag. */
  static <V> ResponseEntity<V> tagged(V view, @Nullable Integer version) {
    return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
  }

  /** Ends the request, and its transaction, when anything was refused. */
  static void refuse(List<ItemError> errors) {
    if (errors.stream().anyMatch(error -> error.rule().equals("stale"))) {
      throw Refusal.stale(errors.getFirst().sentence());
    }
    Refusal.throwIfAny(
        errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
  }

  static RuntimeException missing() {
    return Refusal.notFound("Nothing of this name is told.");
  }

  /** The same name in path and body, or only in the path. */
  static void same(String path, @Nullable String body, String field) {
    if (body != null && !body.equals(path)) {
      throw Refusal.invalid(List.of(Items.error(0, field, "mismatch", "The address names another one.")));
    }
  }
}
