package dev.crossdock.api.v1.documents;

import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.platform.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What the endpoints of documents have in common. */
final class Answers {

  private Answers() {}

  /** The document, or the problem that ends the request and its transaction. */
  static <D> D accepted(Decided<D> decided) {
    return switch (decided) {
      case Decided.Accepted<D>(D document) -> document;
      case Decided.Refused<D>(List<ItemError> errors) -> throw refusal(errors);
    };
  }

  static RuntimeException refusal(List<ItemError> errors) {
    ItemError first = errors.getFirst();
    return switch (first.rule()) {
      case "missing" -> Refusal.notFound(first.sentence());
      case "state" -> Refusal.conflict(first.sentence());
      default ->
          Refusal.invalid(
              errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
    };
  }

  static RuntimeException missing() {
    return Refusal.notFound("There is no such document.");
  }

  /** With the version as its tag. */
  static <V> ResponseEntity<V> tagged(V view, int version) {
    return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
  }

  static DocumentQuery query(PageRequest page, @Nullable String state, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw Refusal.parameter("q", "It holds a character that no number has.");
    }
    return new DocumentQuery(
        state == null ? null : state.toUpperCase(Locale.ROOT), text, page.afterId(), page.probe());
  }

  /** The value of a field that {@link Required} has seen. */
  static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value, "was required before");
  }

  /** Fields that must be there. */
  static final class Required {

    private final List<FieldError> errors = new ArrayList<>();

    Required of(String field, @Nullable Object value) {
      if (value == null) {
        errors.add(Items.error(0, field, "required", "This must be given."));
      }
      return this;
    }

    Required refuse(String field, String rule, String sentence) {
      errors.add(Items.error(0, field, rule, sentence));
      return this;
    }

    /** Ends the request when something is missing. */
    void check() {
      Refusal.throwIfAny(errors);
    }
  }
}
