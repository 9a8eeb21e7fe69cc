package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Merchant;
import java.util.Set;
import java.util.UUID;

/** Who calls the API: the key, whose it is, and what it may do. */
public record ApiCaller(Merchant merchant, UUID key, Set<Scope> scopes) {

  public ApiCaller {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
  }

  /** The key as the actor of a command. */
  public Actor actor() {
    return new Actor(Actor.Kind.API_KEY, key.toString());
  }
}
