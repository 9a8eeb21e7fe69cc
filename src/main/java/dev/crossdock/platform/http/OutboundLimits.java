package dev.crossdock.platform.http;

import java.time.Duration;

/**
 * What one exchange may cost at most.
 *
 * @param connect for resolving the name and for each connection attempt
 * @param total from the first byte of work to the last byte of the answer; the exchange is cut off then
 * @param bodyBytesMax the answer's body, counted after unpacking
 * @param headBytesMax the answer's status line and headers
 */
public record OutboundLimits(Duration connect, Duration total, int bodyBytesMax, int headBytesMax) {

  /** 5 s to connect, 20 s in all, 8 MiB of answer, 64 KiB of headers. */
  public static final OutboundLimits STANDARD =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 8 * 1024 * 1024, 64 * 1024);

  public OutboundLimits {
    if (!connect.isPositive() || !total.isPositive() || bodyBytesMax < 1 || headBytesMax < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }
}
