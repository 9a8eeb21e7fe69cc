package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Person;
import dev.crossdock.platform.security.SignIn;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets the people answer the framework's question. */
final class PersonSignIn implements AuthenticationProvider {

  private final People people;

  PersonSignIn(People people) {
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication tried) {
    String password = tried.getCredentials() instanceof String text ? text : "";
    String address = tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    return switch (people.signIn(tried.getName(), password, address)) {
      case SignIn.Welcome(Person person) -> new PersonToken(person);
      case SignIn.Refused() -> throw new BadCredentialsException("refused");
      case SignIn.TooMany(Instant notBefore) -> throw new LockedException("not before " + notBefore);
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
