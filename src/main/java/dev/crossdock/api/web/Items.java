package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem.FieldError;
import java.util.List;

/** What endpoints that take one item or a list of them have in common. */
public final class Items {

  /** Items taken by one request. */
  public static final int ITEMS_MAX = 10_000;

  private Items() {}

  /** The items of a body, none of them absent. */
  public static <T> List<T> of(List<T> body) {
    if (body.isEmpty()) {
      throw new ProblemException(Refusal.body("", "empty", "At least one item must be given."));
    }
    if (body.size() > ITEMS_MAX) {
      throw new ProblemException(Refusal.body("", "too-many-items", "At most " + ITEMS_MAX + " items are taken."));
    }
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) == null) {
        throw new ProblemException(Refusal.body("/" + i, "wrong-type", "An item must be an object."));
      }
    }
    return List.copyOf(body);
  }

  /**
   * An error of one item, told by its place in the body.
   *
   * @param field {@code address.country} or {@code components[2].units}
   */
  public static FieldError error(int index, String field, String code, String sentence) {
    String path = field.replace('.', '/').replace("[", "/").replace("]", "");
    return new FieldError("/" + index + "/" + path, code, sentence);
  }
}
