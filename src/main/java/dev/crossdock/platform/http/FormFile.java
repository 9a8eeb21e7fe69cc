package dev.crossdock.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A file that somebody chose in a form.
 *
 * @param name what it is called on their side: words, never a path to be followed
 */
public record FormFile(String name, byte[] bytes) {

  /** The file that was chosen in this field; empty when none was. */
  public static Optional<FormFile> of(HttpServletRequest request, String field) {
    return request.getAttribute(attribute(field)) instanceof FormFile file ? Optional.of(file) : Optional.empty();
  }

  /** Where a request keeps it. */
  public static String attribute(String field) {
    return FormFile.class.getName() + "." + field;
  }
}
