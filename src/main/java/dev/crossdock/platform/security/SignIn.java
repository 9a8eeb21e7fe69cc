package dev.crossdock.platform.security;

import java.time.Instant;

/** What came of signing in. */
public sealed interface SignIn {

  /** Name and password are right. */
  record Welcome(Person person) implements SignIn {}

  /** They are not; which of the two is never told. */
  record Refused() implements SignIn {}

  /** Too many wrong tries from there; the password was not looked at. */
  record TooMany(Instant notBefore) implements SignIn {}
}
