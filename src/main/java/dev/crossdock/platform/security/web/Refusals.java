package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.Problem;

/** What is told to whoever may not. */
final class Refusals {

  static final Problem NO_KEY =
      Problem.of("unauthorized", 401, "An API key is needed")
          .detail("Send a key that is in force as the header Authorization: Bearer <key>.");

  static final Problem NO_SCOPE = Problem.of("forbidden", 403, "The API key may not do this");

  static final Problem KEY_IN_ADDRESS =
      Problem.of("key-in-address", 400, "No secret belongs into an address")
          .detail("Addresses end up in logs. Send the key as the header Authorization: Bearer <key>.");

  private Refusals() {}
}
