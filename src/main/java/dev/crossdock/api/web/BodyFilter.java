package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;
import dev.crossdock.platform.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads each body whole before anything acts on it, and no further than the limit, whatever length was announced. All
 * bodies in flight share one budget, so that many large requests at once are turned away instead of filling the heap.
 */
final class BodyFilter extends OncePerRequestFilter {

  static final int WEBHOOK_BYTES_MAX = 2 << 20;
  static final int API_BYTES_MAX = 5 << 20;

  private static final int CHUNK = 16 << 10;
  private static final long IN_FLIGHT_BYTES_MAX = 96L << 20;
  private static final String RETRY_SECONDS = "2";

  private final AtomicLong inFlight = new AtomicLong();

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int bytesMax = request.getRequestURI().startsWith("/webhooks/") ? WEBHOOK_BYTES_MAX : API_BYTES_MAX;
    Problem refusal = refusal(request, bytesMax);
    if (refusal != null) {
      refuse(response, refusal);
      return;
    }
    Reading reading = new Reading();
    try {
      refusal = reading.read(request.getInputStream(), bytesMax);
      if (refusal != null) {
        refuse(response, refusal);
        return;
      }
      Body body = new Body(reading.bytes.toByteArray());
      body.attach(request);
      chain.doFilter(new ReadRequest(request, body), response);
    } finally {
      inFlight.addAndGet(-reading.taken);
    }
  }

  private static @Nullable Problem refusal(HttpServletRequest request, int bytesMax) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return Refusal.ENCODING;
    }
    return request.getContentLengthLong() > bytesMax ? Refusal.tooLarge(bytesMax) : null;
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    // The rest of the body is not read, so the connection cannot be used again.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    Problems.write(response, problem);
  }

  /** One body on its way in. */
  private final class Reading {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long taken;

    /** Reads to the end, or answers why not. */
    @Nullable Problem read(InputStream in, int bytesMax) throws IOException {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        taken += n;
        if (inFlight.addAndGet(n) > IN_FLIGHT_BYTES_MAX) {
          return Refusal.BUSY;
        }
        if (taken > bytesMax) {
          return Refusal.tooLarge(bytesMax);
        }
        bytes.write(chunk, 0, n);
      }
      return null;
    }
  }
}
