package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;
import dev.crossdock.platform.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads bodies whole before anything acts on them, and no further than their limit, whatever length was announced. All
 * bodies in flight share one budget, so that many large requests at once are turned away instead of filling the heap.
 */
public final class Bodies {

  private static final int CHUNK = 16 << 10;
  private static final long IN_FLIGHT_BYTES_MAX = 96L << 20;
  private static final String RETRY_SECONDS = "2";
  /** After so long a body must have come at this rate at least, which a bad mobile line manages. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long BYTES_A_SECOND_MIN = 500;

  private final AtomicLong inFlight = new AtomicLong();

  /** A body that is about to be read; closed when nobody holds its bytes any more. */
  public Reading begin(HttpServletRequest request) {
    return new Reading(request);
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
  public final class Reading implements AutoCloseable {

    private final HttpServletRequest request;
    private long taken;

    private Reading(HttpServletRequest request) {
      this.request = request;
    }

    /** The body, or null after the refusal was answered. */
    public @Nullable Body orRefuse(HttpServletResponse response, int bytesMax) throws IOException {
      Problem refusal = refusal(bytesMax);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
      if (refusal == null) {
        refusal = read(request.getInputStream(), bytes, bytesMax);
      }
      if (refusal != null) {
        refuse(response, refusal);
        return null;
      }
      return new Body(bytes.toByteArray());
    }

    @Override
    public void close() {
      inFlight.addAndGet(-taken);
    }

    private @Nullable Problem refusal(int bytesMax) {
      String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
      if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
        return Refusal.ENCODING;
      }
      return request.getContentLengthLong() > bytesMax ? Refusal.tooLarge(bytesMax) : null;
    }

    /** Whoever sends byte by byte would keep a connection and a thread for hours. */
    private boolean isTooSlow(long nanos) {
      return nanos > PATIENCE_NANOS && taken < BYTES_A_SECOND_MIN * TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private @Nullable Problem read(InputStream in, ByteArrayOutputStream bytes, int bytesMax) throws IOException {
      byte[] chunk = new byte[CHUNK];
      long begun = System.nanoTime();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        taken += n;
        if (isTooSlow(System.nanoTime() - begun)) {
          return Refusal.TOO_SLOW;
        }
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
