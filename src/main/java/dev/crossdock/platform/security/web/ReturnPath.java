package dev.crossdock.platform.security.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the page that somebody wanted before signing in, in the browser. It is only ever one of ours: never the address
 * a form was sent to, a part of a page, or the sign-in itself.
 */
final class ReturnPath implements RequestCache {

  private static final String NAME = "crossdock-back";
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final int LENGTH_MAX = 2_000;

  private final boolean secure;

  ReturnPath(boolean secure) {
    this.secure = secure;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
      String query = request.getQueryString();
      keep(response, request.getRequestURI() + (query == null ? "" : "?" + query));
    }
  }

  /** Keeps this path, or forgets what was kept when it is none to come back to. */
  void keep(HttpServletResponse response, @Nullable String path) {
    if (path != null && isOurs(path)) {
      SessionCookie.set(response, NAME, URLEncoder.encode(path, StandardCharsets.UTF_8), KEPT, secure);
    } else {
      forget(response);
    }
  }

  void forget(HttpServletResponse response) {
    SessionCookie.set(response, NAME, "", Duration.ZERO, secure);
  }

  @Override
  public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null) {
      return null;
    }
    try {
      String path = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
      return isOurs(path) ? new SimpleSavedRequest(path) : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** A page is only ever come back to by its address. */
  @Override
  public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, NAME) != null) {
      forget(response);
    }
  }

  private static boolean isOurs(String path) {
    boolean console = path.equals("/console") || path.startsWith("/console/") || path.startsWith("/console?");
    return console && !path.startsWith("/console/sign-") && path.length() <= LENGTH_MAX
        && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
  }
}
