package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.http.RequestRefusedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the Selling Partner API. Each carries an access token; one that Amazon no longer takes is renewed once. A
 * call that came too soon tells by the rate Amazon grants how long to wait.
 */
record AmazonApi(ChannelSession session, AmazonAccount account) {

  private static final Duration PAUSE_MAX = Duration.ofMinutes(10);
  private static final Pattern RATE = Pattern.compile("\\d{1,6}(?:\\.\\d{1,10})?");

  /** An operation's path and query, and how long one call of it takes to be granted again by its published rate. */
  record Operation(String path, Duration restored) {}

  /** Asks with the seller's access token. */
  Reply get(Operation operation) {
    return call("GET", operation, null);
  }

  /** Posts JSON with the seller's access token. */
  Reply post(Operation operation, String json) {
    return call("POST", operation, json);
  }

  /** Changes a part of something, with the seller's access token. */
  Reply patch(Operation operation, String json) {
    return call("PATCH", operation, json);
  }

  /** Has an access token before several calls at once would each ask for one; an answer only when there is none. */
  Optional<Reply> signedIn() {
    return switch (new AmazonTokens(session, account).kept()) {
      case AmazonTokens.Refused(Reply reply) -> Optional.of(reply);
      case AmazonTokens.Granted _ -> Optional.empty();
    };
  }

  /** Asks with a token for restricted data. */
  Reply get(Operation operation, String restrictedToken) {
    Optional<String> endpoint = account.endpoint();
    return endpoint.isEmpty() ? noEndpoint() : send(endpoint.get(), "GET", operation, restrictedToken, null);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Reply call(String method, Operation operation, @Nullable String json) {
    Optional<String> endpoint = account.endpoint();
    if (endpoint.isEmpty()) {
      return noEndpoint();
    }
    AmazonTokens tokens = new AmazonTokens(session, account);
    return switch (tokens.kept()) {
      case AmazonTokens.Refused(Reply reply) -> reply;
      case AmazonTokens.Granted(String token, boolean fresh) -> {
        Reply reply = send(endpoint.get(), method, operation, token, json);
        yield !fresh && isAboutTheToken(reply)
            ? switch (tokens.renewed()) {
              case AmazonTokens.Refused(Reply refused) -> refused;
              case AmazonTokens.Granted(String renewed, _) -> send(endpoint.get(), method, operation, renewed, json);
            }
            : reply;
      }
    };
  }

  private static boolean isAboutTheToken(Reply reply) {
    return reply instanceof Reply.Failed(int status, _) && (status == 401 || status == 403);
  }

  private Reply send(
      String endpoint, String method, Operation operation, String token, @Nullable String json) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-amz-access-token", token);
    headers.put("accept", "application/json");
    byte[] body = null;
    if (json != null) {
      headers.put("content-type", "application/json");
      body = json.getBytes(StandardCharsets.UTF_8);
    }
    URI uri = URI.create(endpoint + operation.path());
    return send(new Outbound.Request(method, uri, headers, body), operation.restored());
  }

  private Reply send(Outbound.Request request, Duration restored) {
    try {
      Outbound.Answer answer = session.http().send(request);
      return sort(answer, restored);
    } catch (RequestRefusedException refused) {
      return new Reply.Failed(0, String.valueOf(refused.getMessage()));
    } catch (IOException _) {
      return Reply.TryLater.outage(session.now().plus(Call.OUTAGE_PAUSE), "Amazon did not answer.");
    }
  }

  private Reply sort(Outbound.Answer answer, Duration restored) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Reply.Answered(answer);
    }
    if (status == 404) {
      return new Reply.NotFound(answer);
    }
    if (status == 429) {
      return new Reply.TryLater(granted(answer, restored), "Amazon's rate limit is reached.");
    }
    if (status >= 500 || status == 408) {
      return Reply.TryLater.outage(session.now().plus(Call.OUTAGE_PAUSE), "Amazon answered " + status + ".");
    }
    String reason =
        status == 401 || status == 403
            ? "Amazon refused access (" + status + "): the app lacks a role, or the seller's authorisation has ended."
            : "Amazon answered " + status + ".";
    return new Reply.Failed(status, reason);
  }

  private Instant granted(Outbound.Answer answer, Duration restored) {
    return session.now().plus(pause(answer, restored));
  }

  /** One over the calls a second that Amazon says it grants, or else that it published. */
  static Duration pause(Outbound.Answer answer, Duration restored) {
    return answer
        .header("x-amzn-ratelimit-limit")
        .map(String::strip)
        .filter(rate -> RATE.matcher(rate).matches())
        .map(BigDecimal::new)
        .filter(rate -> rate.signum() > 0)
        .map(rate -> BigDecimal.valueOf(1_000).divide(rate, 0, RoundingMode.UP))
        .map(millis -> Duration.ofMillis(millis.min(BigDecimal.valueOf(PAUSE_MAX.toMillis())).longValueExact()))
        .orElse(restored);
  }

  private static Reply noEndpoint() {
    return new Reply.Failed(0, "The region must be na, eu or fe, and an API address must be https.");
  }
}
