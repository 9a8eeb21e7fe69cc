package dev.crossdock.api.web;

import dev.crossdock.platform.ids.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Answers a kind of request by itself, in front of the security chains and controllers: for what comes by the thousand
 * a second and proves itself without them. Those chains cost more than all the work on such a request.
 */
public abstract class FrontDoor extends HttpFilter {

  /** Where such a filter stands: before all others, so that none of them is passed. */
  public static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

  private final transient Reception reception;

  /**
   * How requests are received.
   *
   * @param bytesMax the largest body that is taken
   */
  public record Reception(Ids ids, Bodies bodies, int bytesMax) {}

  protected FrontDoor(Reception reception) {
    this.reception = reception;
  }

  /** Answers the request; what it throws is told as a problem. */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response, Body body)
      throws IOException;

  @Override
  protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try (RequestIds.Given _ = RequestIds.give(reception.ids(), request, response)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      if (request.getMethod().equals("POST")) {
        read(request, response);
      } else {
        response.setHeader(HttpHeaders.ALLOW, "POST");
        ProblemResolver.write(request, response, Refusal.METHOD);
      }
    }
  }

  private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (Bodies.Reading reading = reception.bodies().begin(request)) {
      Body body = reading.orRefuse(response, reception.bytesMax());
      if (body != null) {
        answer(request, response, body);
      }
    } catch (RuntimeException e) {
      ProblemResolver.write(request, response, ProblemResolver.problem(request, response, e));
    }
  }
}
