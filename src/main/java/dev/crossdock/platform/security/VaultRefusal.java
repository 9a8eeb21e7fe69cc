package dev.crossdock.platform.security;

/** The vault cannot be used; the message is one line that says what to do and holds no secret. */
public final class VaultRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VaultRefusal(String message) {
    super(message);
  }

  VaultRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
