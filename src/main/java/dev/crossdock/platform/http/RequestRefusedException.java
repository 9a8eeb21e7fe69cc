package dev.crossdock.platform.http;

import java.io.IOException;

/**
 * The request was not sent because it must never be: its target is not allowed, or it is malformed. Trying again
 * changes nothing; the configuration must change.
 */
public final class RequestRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  RequestRefusedException(String reason) {
    super(reason);
  }
}
