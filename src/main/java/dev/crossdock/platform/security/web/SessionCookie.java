package dev.crossdock.platform.security.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookies of the console: what a browser keeps for us, since no node keeps anything of its visitors. */
final class SessionCookie {

  private static final String TOLD = SessionCookie.class.getName();
  /** Whatever else a browser sends is no token of ours, and a new one is given. */
  private static final Pattern WELL_FORMED = Pattern.compile("[0-9]{1,9}\\.[A-Za-z0-9_-]{43}");

  private final String name;
  private final boolean secure;

  SessionCookie(boolean secure) {
    this.name = secure ? "__Host-crossdock" : "crossdock";
    this.secure = secure;
  }

  /** The visitor's token, one given in the course of this request included; null for somebody new. */
  @Nullable String of(HttpServletRequest request) {
    if (request.getAttribute(TOLD) instanceof String given) {
      return given;
    }
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie == null || !WELL_FORMED.matcher(cookie.getValue()).matches() ? null : cookie.getValue();
  }

  void give(HttpServletRequest request, HttpServletResponse response, String token) {
    request.setAttribute(TOLD, token);
    set(response, name, token, null, secure);
  }

  void takeAway(HttpServletRequest request, HttpServletResponse response) {
    request.removeAttribute(TOLD);
    set(response, name, "", Duration.ZERO, secure);
  }

  /**
   * Sets a cookie that scripts and other sites do not get.
   *
   * @param kept zero takes it away, null keeps it until the browser is closed
   */
  static void set(
      HttpServletResponse response, String name, String value, @Nullable Duration kept, boolean secure) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(name, value).path("/").httpOnly(true).sameSite("Lax").secure(secure);
    response.addHeader(HttpHeaders.SET_COOKIE, (kept == null ? cookie : cookie.maxAge(kept)).build().toString());
  }
}
