package dev.crossdock.api.v1.policies;

import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.routing.policies.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What requests about policies carry, and what some of them answer. */
final class PolicyBodies {

  private static final int COMMENT_MAX = 1_000;
  private static final int BY_MAX = 80;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PolicyBodies() {}

  /**
   * A draft to be made.
   *
   * @param from the version it begins as; the active one when it is absent
   * @param policy what it says; what that version says when it is absent
   */
  record DraftBody(@Nullable Integer from, @Nullable Map<String, Object> policy, @Nullable String comment) {}

  /** What a draft says from now on; what is absent stays. */
  record ContentBody(@Nullable Map<String, Object> policy, @Nullable String comment) {}

  /** A policy to be looked at. */
  record CheckBody(@Nullable Map<String, Object> policy) {}

  /** Who overrides a guard, and why; absent where none objects. */
  record ActivationBody(@Nullable String overrideBy, @Nullable String overrideReason) {

    PolicyVersion.@Nullable Override override() {
      if (overrideBy == null && overrideReason == null) {
        return null;
      }
      List<FieldError> errors = new ArrayList<>();
      text("/overrideBy", overrideBy, BY_MAX, errors);
      text("/overrideReason", overrideReason, COMMENT_MAX, errors);
      Refusal.throwIfAny(errors);
      return new PolicyVersion.Override(
          Objects.requireNonNull(overrideBy), Objects.requireNonNull(overrideReason));
    }
  }

  /** A share of the orders, of a hundred. */
  record CanaryBody(@Nullable Integer percent) {

    int checked() {
      if (percent == null || percent < 1 || percent > 99) {
        throw Refusal.invalid(List.of(new FieldError("/percent", "range", "It must be a number from 1 to 99.")));
      }
      return percent;
    }
  }

  record CommentBody(@Nullable String comment) {}

  /** What is different, one clause a change. */
  record DiffView(int from, int to, List<String> changes) {}

  static @Nullable JsonNode json(@Nullable Map<String, Object> policy) {
    return policy == null ? null : JSON.valueToTree(policy);
  }

  static String comment(@Nullable String comment) {
    if (comment != null && comment.length() > COMMENT_MAX) {
      throw Refusal.invalid(
          List.of(new FieldError("/comment", "too-long", "It has at most " + COMMENT_MAX + " characters.")));
    }
    if (comment != null && comment.indexOf('\0') >= 0) {
      throw Refusal.invalid(List.of(new FieldError("/comment", "format", "It has a character that can't be kept.")));
    }
    return Objects.requireNonNullElse(comment, "");
  }

  private static void text(String pointer, @Nullable String text, int lengthMax, List<FieldError> errors) {
    if (text == null || text.isBlank() || text.length() > lengthMax || text.indexOf('\0') >= 0) {
      errors.add(new FieldError(pointer, "required", "It must be 1 to " + lengthMax + " characters."));
    }
  }
}
