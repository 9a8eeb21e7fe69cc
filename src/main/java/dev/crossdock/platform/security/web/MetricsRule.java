package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics are for keys that may read them, and for this machine itself unless it only passes a request on. */
final class MetricsRule implements AuthorizationManager<RequestAuthorizationContext> {

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
    boolean byKey =
        authentication.get() instanceof CallerToken token && token.getPrincipal().may(Scope.METRICS_READ);
    return new AuthorizationDecision(byKey || isLocal(context.getRequest()));
  }

  private static boolean isLocal(HttpServletRequest request) {
    boolean passedOn = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
    try {
      return !passedOn && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
