package dev.crossdock.api.webhooks;

import dev.crossdock.api.web.Body;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.platform.inbox.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what a channel sends: checks the signature over the raw bytes, stores them, and answers. Nothing is understood
 * here; that follows from the inbox. Whoever is not genuine learns nothing, and leaves nothing but a count.
 */
@RestController
class WebhookEndpoint {

  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Inbox inbox;
  private final InstantSource time;
  private final MeterRegistry meters;

  WebhookEndpoint(
      ChannelRegistry channels, ChannelAccounts accounts, Inbox inbox, InstantSource time, MeterRegistry meters) {
    this.channels = channels;
    this.accounts = accounts;
    this.inbox = inbox;
    this.time = time;
    this.meters = meters;
  }

  @PostMapping("/webhooks/{channel}/{account}")
  ResponseEntity<String> receive(
      @PathVariable String channel, @PathVariable String account, HttpServletRequest request) {
    Timer.Sample started = Timer.start(meters);
    Optional<Channel> adapter = channels.find(channel);
    Optional<ChannelAccount> known = adapter.flatMap(found -> accounts.find(channel, account));
    if (adapter.isEmpty() || known.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    RawMessage message = new RawMessage("", headers(request), Body.of(request).bytes());
    return switch (adapter.get().verify(message, known.get().settings(), time.instant())) {
      case Verification.Refused(Verification.Reason reason) -> refused(channel, reason);
      case Verification.Authentic() -> {
        ResponseEntity<String> answer = store(adapter.get(), known.get(), message);
        started.stop(meters.timer("crossdock.webhook.ack", "channel", channel));
        yield answer;
      }
    };
  }

  private ResponseEntity<String> store(Channel channel, ChannelAccount account, RawMessage message) {
    Envelope envelope = channel.envelope(message);
    NewMessage stored =
        new NewMessage(
            account.merchant(),
            account.settings().channel(),
            account.settings().account(),
            envelope.topic(),
            envelope.dedupKey(),
            withoutCredentials(message.headers()),
            message.body());
    return switch (inbox.receive(stored).join()) {
      case Receipt.Stored _ -> taken();
      case Receipt.Duplicate _ -> taken();
      case Receipt.Refused refused ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, refused.retryAfter().toSeconds())))
              .build();
    };
  }

  private static ResponseEntity<String> taken() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("{}");
  }

  private ResponseEntity<String> refused(String channel, Verification.Reason reason) {
    meters.counter("crossdock.webhook.refused", "channel", channel, "reason", reason.name()).increment();
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
  }

  /** A header sent twice becomes a list, which no signature matches. */
  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      List<String> values = Collections.list(request.getHeaders(name));
      headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
    }
    return headers;
  }

  private static Map<String, String> withoutCredentials(Map<String, String> headers) {
    Map<String, String> kept = new HashMap<>(headers);
    kept.keySet().removeAll(CREDENTIALS);
    return kept;
  }
}
