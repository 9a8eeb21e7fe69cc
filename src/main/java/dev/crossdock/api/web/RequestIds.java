package dev.crossdock.api.web;

import dev.crossdock.platform.ids.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id of ours that stands in the answer, the log and the journal. */
final class RequestIds extends OncePerRequestFilter {

  private static final String ATTRIBUTE = RequestIds.class.getName();
  private static final String LOG_FIELD = "request_id";

  private final Ids ids;

  RequestIds(Ids ids) {
    this.ids = ids;
  }

  /** While it is open, the log tells the request's id. */
  interface Given extends AutoCloseable {

    @Override
    void close();
  }

  static Given give(Ids ids, HttpServletRequest request, HttpServletResponse response) {
    UUID id = ids.next();
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader("X-Request-Id", id.toString());
    MDC.put(LOG_FIELD, id.toString());
    return () -> MDC.remove(LOG_FIELD);
  }

  static UUID of(HttpServletRequest request) {
    return (UUID) request.getAttribute(ATTRIBUTE);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Given _ = give(ids, request, response)) {
      chain.doFilter(request, response);
    }
  }
}
