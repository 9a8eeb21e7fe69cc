package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.Problems;
import dev.crossdock.platform.security.ApiCaller;
import dev.crossdock.platform.security.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the key in the header {@code Authorization: Bearer}; whoever brings none goes on as nobody. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final Pattern SECRET_IN_QUERY =
      Pattern.compile("(?:^|&)(?:api[-_]?key|access[-_]?token|token|authorization)=", Pattern.CASE_INSENSITIVE);

  private final ApiKeys keys;

  ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && SECRET_IN_QUERY.matcher(query).find()) {
      Problems.write(response, Refusals.KEY_IN_ADDRESS);
      return;
    }
    caller(request).ifPresent(ApiKeyFilter::remember);
    chain.doFilter(request, response);
  }

  private Optional<ApiCaller> caller(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (headers.size() != 1 || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return keys.authenticate(headers.getFirst().substring(SCHEME.length()).strip());
  }

  private static void remember(ApiCaller caller) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerToken(caller));
    SecurityContextHolder.setContext(context);
  }
}
