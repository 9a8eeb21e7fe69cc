package dev.crossdock.platform.security;

import java.util.Set;

/** A person to be added; the name to sign in with is kept in lower case. */
public record NewPerson(String signIn, String displayName, String password, Set<Role> roles) {

  public NewPerson {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "new person";
  }
}
