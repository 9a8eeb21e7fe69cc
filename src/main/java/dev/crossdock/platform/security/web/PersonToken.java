package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A signed-in person as the security framework carries it; the roles are authorities named {@code ROLE_…}. */
final class PersonToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Person person;

  PersonToken(Person person) {
    super(AuthorityUtils.createAuthorityList(person.roles().stream().map(role -> "ROLE_" + role.name()).toList()));
    this.person = person;
    setAuthenticated(true);
  }

  @Override
  public Person getPrincipal() {
    return person;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return person.signIn();
  }
}
