package dev.crossdock.platform.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the outside sees it: a problem detail of RFC 9457, sent as {@link #MEDIA_TYPE} by the API and drawn as a
 * form error by the console. Holds no personal data and nothing of the inside (stack, SQL, path, version).
 *
 * @param type stable for ever, what programs tell problems apart by; see {@link #of}
 * @param title the same for every problem of this type
 * @param status the HTTP status it is sent with, 400 to 599
 * @param detail what is wrong this time, for a person
 * @param instance what names this one occurrence, such as an error id to look up in the log
 * @param errors one entry a field that is wrong
 * @param extensions further members of this type, such as {@code retryAt} and {@code needs}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> extensions) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "urn:crossdock:problem:";
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,}");
  private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance", "errors");

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("no status of a refusal: " + status);
    }
    URI.create(type);
    errors = List.copyOf(errors);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    for (String member : extensions.keySet()) {
      if (STANDARD.contains(member) || !MEMBER.matcher(member).matches()) {
        throw new IllegalArgumentException("no name of an extension member: " + member);
      }
    }
  }

  /**
   * A problem of one of our types.
   *
   * @param code lower case words with dashes, such as {@code stale-version}; becomes a part of the type's URN
   */
  public static Problem of(String code, int status, String title) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("no problem code: " + code);
    }
    return new Problem(TYPES + code, title, status, null, null, List.of(), Map.of());
  }

  public Problem detail(String sentence) {
    return new Problem(type, title, status, sentence, instance, errors, extensions);
  }

  public Problem instance(String occurrence) {
    return new Problem(type, title, status, detail, occurrence, errors, extensions);
  }

  public Problem errors(List<FieldError> wrong) {
    return new Problem(type, title, status, detail, instance, wrong, extensions);
  }

  /**
   * As {@link #errors}, one field more.
   *
   * @param pointer which field, as a JSON pointer into the request: {@code /lines/2/quantity}
   * @param code what rule it broke, a stable word
   */
  public Problem error(String pointer, String code, String sentence) {
    List<FieldError> more = new ArrayList<>(errors);
    more.add(new FieldError(pointer, code, sentence));
    return errors(more);
  }

  /** With one member more; its value is text, a number, a flag, or a list of them. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(type, title, status, detail, instance, errors, more);
  }

  /** One wrong field: where, by which rule, and in words. */
  public record FieldError(String pointer, String code, String detail) {}
}
