package dev.crossdock.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the bodies of the API's requests before anything acts on them. */
final class BodyFilter extends OncePerRequestFilter {

  private static final int BYTES_MAX = 5 << 20;
  /** A file of a hundred thousand rows, with room for wide ones. */
  private static final int FILE_BYTES_MAX = 32 << 20;
  private static final String FILES = "/api/v1/stock/imports";

  private final Bodies bodies;

  BodyFilter(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Bodies.Reading reading = bodies.begin(request)) {
      Body body = reading.orRefuse(response, request.getRequestURI().equals(FILES) ? FILE_BYTES_MAX : BYTES_MAX);
      if (body != null) {
        body.attach(request);
        chain.doFilter(new ReadRequest(request, body), response);
      }
    }
  }
}
