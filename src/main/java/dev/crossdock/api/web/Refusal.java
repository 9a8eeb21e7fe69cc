package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;
import dev.crossdock.platform.http.Problem.FieldError;
import java.util.List;

/** The problems of the API, one method or constant each; programs tell them apart by their type. */
public final class Refusal {

  static final Problem NOT_FOUND = Problem.of("not-found", 404, "There is nothing here");
  static final Problem METHOD = Problem.of("method-not-allowed", 405, "This address does not take this method");
  static final Problem MEDIA_TYPE = Problem.of("unsupported-media-type", 415, "The body must be application/json");
  static final Problem NOT_ACCEPTABLE = Problem.of("not-acceptable", 406, "The answer is application/json");
  static final Problem ENCODING =
      Problem.of("unsupported-encoding", 415, "The body must not be compressed")
          .detail("Send it without Content-Encoding.");
  static final Problem BUSY = Problem.of("busy", 503, "Not now").detail("Try again in a moment.");
  static final Problem TOO_SLOW =
      Problem.of("too-slow", 408, "The body came too slowly").detail("Send it again, faster.");
  static final Problem KEY_MISUSED =
      Problem.of("idempotency-key-reused", 422, "This idempotency key stands for another request");
  static final Problem KEY_FORM =
      Problem.of("invalid-idempotency-key", 400, "An idempotency key has 1 to 200 visible ASCII characters");
  static final Problem FAILED = Problem.of("internal-error", 500, "Something went wrong on our side");

  private Refusal() {}

  /** The body could not be read as what the endpoint takes. */
  static Problem body(String pointer, String code, String sentence) {
    return Problem.of("invalid-body", 400, "The body cannot be read").error(pointer, code, sentence);
  }

  /** A parameter of the query or the path cannot be read. */
  public static ProblemException parameter(String name, String sentence) {
    return new ProblemException(
        Problem.of("invalid-parameter", 400, "A parameter cannot be read").detail(sentence).with("parameter", name));
  }

  static Problem tooLarge(long bytesMax) {
    return Problem.of("body-too-large", 413, "The body is too large")
        .detail("At most " + bytesMax + " bytes are taken.")
        .with("bytesMax", bytesMax);
  }

  /** The body can be read, but what it says cannot be done; nothing was done. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        Problem.of("invalid-input", 422, "Something in the body is wrong; nothing was stored").errors(errors));
  }

  /** Nothing, or what {@link #invalid} says; inside a transaction everything of it is undone. */
  public static void throwIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
  }

  /** What was asked for does not exist, for this caller. */
  public static ProblemException notFound(String sentence) {
    return new ProblemException(NOT_FOUND.detail(sentence));
  }

  /** What the caller has seen is not what holds any more. */
  public static ProblemException stale(String sentence) {
    return new ProblemException(
        Problem.of("stale-version", 412, "It was changed meanwhile").detail(sentence));
  }

  /** The state of things does not allow it. */
  public static ProblemException conflict(String sentence) {
    return new ProblemException(Problem.of("refused", 409, "This cannot be done now").detail(sentence));
  }
}
