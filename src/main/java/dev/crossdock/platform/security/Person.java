package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Merchant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who signs in to the console.
 *
 * @param sessionEpoch grows when every session of the person must end
 */
public record Person(
    Merchant merchant, UUID id, String signIn, String displayName, Set<Role> roles, int sessionEpoch) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /** The person as the actor of a command. */
  public Actor actor() {
    return new Actor(Actor.Kind.PERSON, signIn);
  }
}
