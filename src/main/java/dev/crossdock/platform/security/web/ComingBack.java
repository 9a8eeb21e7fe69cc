package dev.crossdock.platform.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads people whose session is over to the sign-in and from there back to the page they were on: never to a part of
 * one, and never to the address a form was sent to.
 */
final class ComingBack {

  private static final String PART = "HX-Request";
  private static final String ENDED = "?ended";

  private ComingBack() {}

  /** For whoever is not signed in. A page that asks for a part of itself stays as it is, with what is typed there. */
  static final class AskToSignIn implements AuthenticationEntryPoint {

    private final String signIn;
    private final AuthenticationEntryPoint page;
    private final ReturnPath back;

    AskToSignIn(String signIn, ReturnPath back) {
      this.signIn = signIn;
      this.back = back;
      this.page = new LoginUrlAuthenticationEntryPoint(signIn);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
        throws IOException, ServletException {
      if (request.getHeader(PART) != null) {
        back.forget(response);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      } else if (isForm(request)) {
        back.keep(response, pathOf(request, request.getHeader(HttpHeaders.REFERER)));
        response.sendRedirect(signIn + ENDED);
      } else {
        page.commence(request, response, e);
      }
    }
  }

  /** For a form without the session's token: mostly the session ended while the page was open. */
  static final class Refused implements AccessDeniedHandler {

    private final AccessDeniedHandler outOfDate;
    private final AskToSignIn ask;

    /**
     * @param outOfDate answers those who are signed in; null for the plain status
     */
    Refused(String signIn, ReturnPath back, @Nullable AccessDeniedHandler outOfDate) {
      this.outOfDate = outOfDate == null ? new AccessDeniedHandlerImpl() : outOfDate;
      this.ask = new AskToSignIn(signIn, back);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
        throws IOException, ServletException {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who == null || who instanceof AnonymousAuthenticationToken) {
        ask.commence(request, response, new SessionOver(e));
      } else {
        outOfDate.handle(request, response, e);
      }
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  private static @Nullable String pathOf(HttpServletRequest request, @Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI page = URI.create(address);
      String path = page.getRawPath();
      boolean ours = path != null && path.startsWith("/console/") && request.getServerName().equals(page.getHost());
      return !ours ? null : page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  private static final class SessionOver extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SessionOver(Throwable cause) {
      super("the session is over", cause);
    }
  }
}
