package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where and why a JSON body could not be read; never repeats what stood there. */
final class Unreadable {

  private static final int NAME_MAX = 64;

  private Unreadable() {}

  static Problem problem(HttpMessageNotReadableException e) {
    if (!(e.getCause() instanceof JacksonException cause)) {
      return Refusal.body("", "missing", "A JSON body is needed.");
    }
    String pointer = pointer(cause);
    return switch (cause) {
      case StreamConstraintsException _ ->
          Refusal.body(pointer, "too-large", "The JSON is too deep, too long or has too large a number.");
      case UnrecognizedPropertyException unknown ->
          Refusal.body(pointer, "unknown-property", "There is no property " + name(unknown.getPropertyName()) + ".");
      case MismatchedInputException _ -> Refusal.body(pointer, "wrong-type", "The value has the wrong type.");
      case StreamReadException duplicate when isDuplicate(duplicate) ->
          Refusal.body(pointer, "duplicate-property", "A property is given twice.");
      case StreamReadException _ -> Refusal.body(pointer, "not-json", "The body is not JSON.");
      default -> Refusal.body(pointer, "not-json", "The body cannot be read.");
    };
  }

  private static boolean isDuplicate(StreamReadException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate");
  }

  private static String pointer(JacksonException e) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName() == null ? String.valueOf(step.getIndex()) : name(step.getPropertyName());
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static String name(String name) {
    return name.substring(0, Math.min(name.length(), NAME_MAX));
  }
}
