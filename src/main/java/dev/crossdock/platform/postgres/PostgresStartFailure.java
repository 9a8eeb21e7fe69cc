package dev.crossdock.platform.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL can't run, and why: the message is one line written for the operator, says what to do where
 * something can be done, and ends with the last lines of PostgreSQL's own log where it wrote any.
 */
public final class PostgresStartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PostgresStartFailure(String message) {
    super(message);
  }

  PostgresStartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
