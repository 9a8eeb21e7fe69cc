package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.Problems;
import dev.crossdock.platform.security.RequiresScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every API endpoint to the scope it declares; one that declares none refuses everybody. */
final class ScopeGuard implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    RequiresScope required = method.getMethodAnnotation(RequiresScope.class);
    boolean may =
        required != null
            && SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
            && token.getPrincipal().may(required.value());
    if (!may) {
      Problems.write(
          response,
          required == null
              ? Refusals.NO_SCOPE
              : Refusals.NO_SCOPE
                  .detail("It needs the scope " + required.value().text() + ".")
                  .with("needs", required.value().text()));
    }
    return may;
  }
}
