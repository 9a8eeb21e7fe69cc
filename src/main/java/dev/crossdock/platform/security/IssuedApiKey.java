package dev.crossdock.platform.security;

import java.util.UUID;

/** A key just made. The secret is told this once and stored nowhere. */
public record IssuedApiKey(UUID id, String secret) {

  @Override
  public String toString() {
    return "key " + id;
  }
}
