package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of somebody who was disabled or got a new password; carries changed roles into the session. */
final class SessionEndFilter extends OncePerRequestFilter {

  private final People people;

  SessionEndFilter(People people) {
    this.people = people;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof PersonToken token) {
      Optional<Person> now = people.stillSignedIn(token.getPrincipal());
      if (now.isEmpty()) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      } else if (!now.get().equals(token.getPrincipal())) {
        SecurityContextHolder.getContext().setAuthentication(new PersonToken(now.get()));
      }
    }
    chain.doFilter(request, response);
  }
}
