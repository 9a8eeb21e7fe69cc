package dev.crossdock.platform.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Leads people whose session is over to the sign-in and from there back to the page they were on: never to a part of
 * one, and never to the address a form was sent to.
 */
final class ComingBack {

  /** Where the sign-in looks for the page to go on to. */
  private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

  private static final String PART = "HX-Request";
  private static final String ENDED = "?ended";

  private ComingBack() {}

  /** For whoever is not signed in. A page that asks for a part of itself stays as it is, with what is typed there. */
  static final class AskToSignIn implements AuthenticationEntryPoint {

    private final String signIn;
    private final AuthenticationEntryPoint page;

    AskToSignIn(String signIn) {
      this.signIn = signIn;
      this.page = new LoginUrlAuthenticationEntryPoint(signIn);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
        throws IOException, ServletException {
      if (request.getHeader(PART) != null) {
        forget(request);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      } else if (isForm(request)) {
        keep(request, request.getHeader(HttpHeaders.REFERER));
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
    Refused(String signIn, @Nullable AccessDeniedHandler outOfDate) {
      this.outOfDate = outOfDate == null ? new AccessDeniedHandlerImpl() : outOfDate;
      this.ask = new AskToSignIn(signIn);
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

  /** Keeps the page to come back to, if it is one of ours; the sign-in itself is none. */
  private static void keep(HttpServletRequest request, @Nullable String address) {
    String page = address == null ? null : pathOf(request, address);
    if (page == null || page.startsWith("/console/sign-")) {
      forget(request);
    } else {
      request.getSession().setAttribute(SAVED, new SimpleSavedRequest(page));
    }
  }

  private static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(SAVED);
    }
  }

  private static @Nullable String pathOf(HttpServletRequest request, String address) {
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
