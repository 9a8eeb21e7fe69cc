package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.Person;
import dev.crossdock.platform.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Finds who is signed in by the visitor's cookie, at any node. Whoever signs in gets a new one. */
final class SignedIn implements SecurityContextRepository {

  private final Sessions sessions;
  private final SessionCookie cookie;

  SignedIn(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /** Asked only when somebody wants to know who it is. */
  @Override
  @SuppressWarnings("deprecation") // the way in that the interface's other methods use
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    person(holder.getRequest()).ifPresent(person -> context.setAuthentication(new PersonToken(person)));
    return context;
  }

  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    String before = cookie.of(request);
    if (before != null) {
      sessions.end(before);
    }
    if (context.getAuthentication() instanceof PersonToken token) {
      cookie.give(request, response, sessions.begin(token.getPrincipal()));
    } else {
      cookie.takeAway(request, response);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return person(request).isPresent();
  }

  private Optional<Person> person(HttpServletRequest request) {
    String token = cookie.of(request);
    return token == null ? Optional.empty() : sessions.find(token);
  }
}
