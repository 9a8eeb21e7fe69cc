package dev.crossdock.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The raw bytes of a request, read once by {@link BodyFilter}. */
public record Body(byte[] bytes) {

  private static final String ATTRIBUTE = Body.class.getName();
  private static final Body EMPTY = new Body(new byte[0]);

  /** The body of this request; empty when it has none. */
  public static Body of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Body body ? body : EMPTY;
  }

  void attach(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  byte[] digest(String operation) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return digest.digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether the body is a single object rather than a list. */
  boolean isObject() {
    for (byte next : bytes) {
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next == '{';
      }
    }
    return false;
  }
}
