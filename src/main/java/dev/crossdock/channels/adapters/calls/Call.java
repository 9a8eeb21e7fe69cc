package dev.crossdock.channels.adapters.calls;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.platform.http.Outbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One request to a channel's API. */
public final class Call {

  /** How long to leave a channel alone that is down or did not answer. */
  public static final Duration OUTAGE_PAUSE = Duration.ofSeconds(30);

  /** How long to leave a channel alone that is busy and does not say for how long. */
  public static final Duration BUSY_PAUSE = Duration.ofSeconds(2);

  private static final Duration PAUSE_MAX = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

  private Call() {}

  /** Asks for a document. */
  public static Reply get(ChannelSession session, URI uri, Map<String, String> headers) {
    return send(session, Outbound.Request.get(uri, headers));
  }

  /** Sends any request and sorts the answer; only a 2xx answer is {@link Reply.Answered}. */
  public static Reply send(ChannelSession session, Outbound.Request request) {
    try {
      return sort(session.http().send(request), session.now());
    } catch (IOException _) {
      return Reply.TryLater.outage(session.now().plus(OUTAGE_PAUSE), "The channel did not answer.");
    }
  }

  private static Reply sort(Outbound.Answer answer, Instant now) {
    int status = answer.status();
    return switch (status) {
      case 404, 410 -> new Reply.NotFound(answer);
      case 429 -> new Reply.TryLater(pause(answer, now, BUSY_PAUSE), "The channel's rate limit is reached.");
      case 408, 425 -> new Reply.TryLater(pause(answer, now, BUSY_PAUSE), "The channel answered " + status + ".");
      case 401 -> new Reply.Failed(status, "The channel refused the credentials (401).");
      case 403 -> new Reply.Failed(status, "The channel refused permission (403).");
      default -> other(answer, now);
    };
  }

  private static Reply other(Outbound.Answer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Reply.Answered(answer);
    }
    if (status >= 500) {
      boolean asked = answer.header("retry-after").isPresent();
      return new Reply.TryLater(pause(answer, now, OUTAGE_PAUSE), "The channel answered " + status + ".", asked);
    }
    return new Reply.Failed(status, "The channel answered " + status + ".");
  }

  private static Instant pause(Outbound.Answer answer, Instant now, Duration otherwise) {
    Duration asked = answer.header("retry-after").flatMap(value -> asked(value.strip(), now)).orElse(otherwise);
    Duration bounded = asked.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : asked;
    return now.plus(bounded.isNegative() ? Duration.ZERO : bounded);
  }

  /** Seconds, which some channels send with decimals, or an HTTP date. */
  private static Optional<Duration> asked(String retryAfter, Instant now) {
    if (SECONDS.matcher(retryAfter).matches()) {
      return Optional.of(Duration.ofSeconds(new BigDecimal(retryAfter).setScale(0, RoundingMode.UP).longValueExact()));
    }
    try {
      Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
