package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * What a form must hold to be believed: it follows from the visitor's cookie, which other sites can't read, so that any
 * node may show the form and any other take it. A new sign-in is a new cookie, and makes old forms worthless.
 */
final class FormToken implements CsrfTokenRepository {

  private final Sessions sessions;
  private final SessionCookie cookie;

  FormToken(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String known = cookie.of(request);
    return fresh(known == null ? sessions.nobody() : known);
  }

  /** Gives somebody new a cookie; nothing else is to be kept. */
  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token instanceof Fresh fresh && cookie.of(request) == null) {
      cookie.give(request, response, fresh.visitor());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    String visitor = cookie.of(request);
    return visitor == null ? null : fresh(visitor);
  }

  private Fresh fresh(String visitor) {
    return new Fresh(visitor, sessions.formToken(visitor));
  }

  /** The token of a visitor. */
  private record Fresh(String visitor, String token) implements CsrfToken {

    @Override
    public String getHeaderName() {
      return "X-CSRF-TOKEN";
    }

    @Override
    public String getParameterName() {
      return "_csrf";
    }

    @Override
    public String getToken() {
      return token;
    }
  }
}
