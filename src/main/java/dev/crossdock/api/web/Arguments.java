package dev.crossdock.api.web;

import dev.crossdock.platform.security.ApiCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link ApiCall} and the {@link PageRequest} that endpoints take. */
final class Arguments implements HandlerMethodArgumentResolver {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type.equals(ApiCall.class) || type.equals(PageRequest.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return parameter.getParameterType().equals(ApiCall.class)
        ? call(request)
        : PageRequest.of(request.getParameter("after"), request.getParameter("limit"));
  }

  private static ApiCall call(HttpServletRequest request) {
    Authentication authentication = (Authentication) Objects.requireNonNull(request.getUserPrincipal());
    ApiCaller caller = (ApiCaller) Objects.requireNonNull(authentication.getPrincipal());
    String operation = request.getMethod() + " " + request.getRequestURI();
    String key = request.getHeader("Idempotency-Key");
    if (key != null && !KEY.matcher(key).matches()) {
      throw new ProblemException(Refusal.KEY_FORM);
    }
    return new ApiCall(caller, RequestIds.of(request), operation, Body.of(request).digest(operation), key);
  }
}
