package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.signing.HmacSha256;
import dev.crossdock.platform.http.Outbound;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Access tokens of Login with Amazon: an hour each, had for the seller's refresh token, kept for later calls. */
record AmazonTokens(ChannelSession session, AmazonAccount account) {

  /** Given up this long before its end, so that none ends under way. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final long LIFE_SECONDS_MAX = Duration.ofDays(1).toSeconds();

  /** What came of asking for a token. */
  sealed interface Outcome {}

  /**
   * A token to use.
   *
   * @param fresh false when it was kept from an earlier call
   */
  record Granted(String token, boolean fresh) implements Outcome {}

  record Refused(Reply reply) implements Outcome {}

  /** The token kept from an earlier call, or a new one. */
  Outcome kept() {
    Optional<String> kept = session.token(name());
    return kept.isPresent() ? new Granted(kept.get(), false) : renewed();
  }

  Outcome renewed() {
    Optional<String> signIn = account.signIn();
    String refreshToken = account.secret(AmazonAccount.REFRESH_TOKEN);
    String clientSecret = account.secret(AmazonAccount.CLIENT_SECRET);
    if (signIn.isEmpty() || refreshToken.isEmpty() || clientSecret.isEmpty() || account.clientId().isEmpty()) {
      return failed(0, "The account needs a client id, a client secret and a refresh token.");
    }
    String form =
        "grant_type=refresh_token&refresh_token=" + AmazonApi.encoded(refreshToken)
            + "&client_id=" + AmazonApi.encoded(account.clientId())
            + "&client_secret=" + AmazonApi.encoded(clientSecret);
    Map<String, String> headers =
        Map.of("content-type", "application/x-www-form-urlencoded;charset=UTF-8", "accept", "application/json");
    URI uri = URI.create(signIn.get() + "/auth/o2/token");
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    return switch (Call.send(session, new Outbound.Request("POST", uri, headers, body))) {
      case Reply.Answered(Outbound.Answer answer) -> granted(answer);
      case Reply.NotFound _ -> failed(404, "There is no sign-in at this address (404).");
      case Reply.Failed(int status, _) ->
          failed(status, "Amazon refused the sign-in (" + status + "): it does not take the refresh token or client.");
      case Reply.TryLater later -> new Refused(later);
    };
  }

  private Outcome granted(Outbound.Answer answer) {
    Map<String, String> fields = Json.peek(answer.body(), Set.of("access_token", "expires_in"));
    String token = fields.getOrDefault("access_token", "");
    if (token.isEmpty()) {
      Instant later = session.now().plus(Call.OUTAGE_PAUSE);
      return new Refused(Reply.TryLater.outage(later, "The sign-in's answer holds no token."));
    }
    Duration life = life(fields.getOrDefault("expires_in", ""));
    if (life.compareTo(MARGIN) > 0) {
      session.keepToken(name(), token, session.now().plus(life).minus(MARGIN));
    }
    return new Granted(token, true);
  }

  private static Duration life(String seconds) {
    boolean sane = seconds.matches("\\d{1,9}");
    return Duration.ofSeconds(sane ? Math.min(Long.parseLong(seconds), LIFE_SECONDS_MAX) : 0);
  }

  /** Another refresh token or client gives another name: what was kept for the old one is never used again. */
  private String name() {
    String owner = account.clientId() + "\n" + account.secret(AmazonAccount.REFRESH_TOKEN);
    return "lwa:" + HmacSha256.digest(owner.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome failed(int status, String reason) {
    return new Refused(new Reply.Failed(status, reason));
  }
}
