package dev.crossdock.api.webhooks;

import dev.crossdock.api.web.Body;
import dev.crossdock.api.web.FrontDoor;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Takes what a channel sends: checks the signature over the raw bytes, stores them, and answers. Nothing is understood
 * here; that follows from the inbox. Whoever is not genuine learns nothing, and leaves nothing but a count.
 */
final class WebhookDoor extends FrontDoor {

  static final String URL_PATTERN = "/webhooks/*";

  static final int BYTES_MAX = 2 << 20;
  private static final Pattern ADDRESS = Pattern.compile("/webhooks/([^/]+)/([^/]+)");
  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");
  private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.US_ASCII);

  private final transient ChannelRegistry channels;
  private final transient ChannelAccounts accounts;
  private final transient Inbox inbox;
  private final transient InstantSource time;
  private final transient WebhookMeters meters;

  WebhookDoor(
      Reception reception, ChannelRegistry channels, ChannelAccounts accounts, Inbox inbox, WebhookMeters meters,
      InstantSource time) {
    super(reception);
    this.channels = channels;
    this.accounts = accounts;
    this.inbox = inbox;
    this.time = time;
    this.meters = meters;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response, Body body) throws IOException {
    long started = System.nanoTime();
    Matcher address = ADDRESS.matcher(request.getServletPath());
    Optional<Channel> channel = address.matches() ? channels.find(address.group(1)) : Optional.empty();
    Optional<ChannelAccount> account = channel.flatMap(found -> accounts.find(found.id(), address.group(2)));
    if (account.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    RawMessage message = new RawMessage("", headers(request), body.bytes());
    switch (channel.get().verify(message, account.get().settings(), time.instant())) {
      case Verification.Refused(Verification.Reason reason) -> {
        meters.refused(channel.get().id(), reason);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      }
      case Verification.Authentic() -> {
        store(channel.get(), account.get(), message, response);
        meters.answered(channel.get().id(), System.nanoTime() - started);
      }
    }
  }

  private void store(Channel channel, ChannelAccount account, RawMessage message, HttpServletResponse response)
      throws IOException {
    Envelope envelope = channel.envelope(message);
    NewMessage stored =
        new NewMessage(
            account.merchant(),
            account.settings().channel(),
            account.settings().account(),
            envelope.topic(),
            envelope.dedupKey(),
            withoutCredentials(message.headers()),
            message.body(),
            envelope.namesOnly());
    switch (inbox.receive(stored).join()) {
      case Receipt.Stored _ -> taken(response);
      case Receipt.Duplicate _ -> taken(response);
      case Receipt.Refused refused -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, refused.retryAfter().toSeconds())));
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }

  private static void taken(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(TAKEN.length);
    response.getOutputStream().write(TAKEN);
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
