package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.security.Person;
import dev.crossdock.platform.security.Role;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Visit} that page methods take. */
public final class VisitResolver implements HandlerMethodArgumentResolver {

  private static final Actor NOBODY = Actor.system("console");
  private static final Set<Role> ACTING = Set.of(Role.ADMINISTRATOR, Role.OPERATOR);

  private final InstantSource time;

  public VisitResolver(InstantSource time) {
    this.time = time;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Visit.class);
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    return visit(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
  }

  /** The request as a visit, also where no page has it: in the security chain, after a failure. */
  public Visit visit(HttpServletRequest request) {
    Preferences preferences = Preferences.of(
        cookie(request, "theme"), cookie(request, "density"), cookie(request, "keys"), cookie(request, "zone"));
    Person person = person();
    Viewer viewer = new Viewer(
        person == null ? "" : person.displayName(),
        person == null ? NOBODY : person.actor(),
        person != null && !Collections.disjoint(person.roles(), ACTING),
        person == null ? Merchant.MAIN : person.merchant(),
        preferences,
        csrf(request),
        new Watch(time.instant(), preferences.zone()));
    String query = request.getQueryString();
    boolean part = "true".equals(request.getHeader("HX-Request"));
    Flash flash = part ? null : Told.read(cookie(request, Told.NAME));
    return new Visit(viewer, request.getRequestURI() + (query == null ? "" : "?" + query), part, flash);
  }

  private static @Nullable Person person() {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof Person person ? person : null;
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie == null ? null : cookie.getValue();
  }

  private static Viewer.Csrf csrf(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return new Viewer.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
    }
    return new Viewer.Csrf("_csrf", "X-CSRF-TOKEN", "");
  }
}
