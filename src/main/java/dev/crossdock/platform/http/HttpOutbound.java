package dev.crossdock.platform.http;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 to other systems with a limit on everything: where a call may go ({@link AddressPolicy}), how long it may
 * take and how much it may answer ({@link OutboundLimits}). Redirects are answers like any other. Blocks the calling
 * thread, which should be a virtual one; thread-safe.
 *
 * <p>Written on sockets because the JDK's client resolves the host itself, after any check of ours: a name that first
 * means a public address and then a private one would get through.
 *
 * <p>A connection is kept for the next call. Only GET and HEAD are sent on a kept one and, when it turns out dead
 * before a byte came back, once more on a fresh one; anything else is sent exactly once.
 */
public final class HttpOutbound implements Outbound, AutoCloseable {

  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

  private final AddressPolicy policy;
  private final OutboundLimits limits;
  private final Dialer dialer;
  private final IdleConnections idle = new IdleConnections();
  private final ScheduledThreadPoolExecutor watchdog;

  public HttpOutbound(AddressPolicy policy, OutboundLimits limits) {
    this(policy, limits, Resolver.system(), (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  HttpOutbound(AddressPolicy policy, OutboundLimits limits, Resolver resolver, SSLSocketFactory tls) {
    this.policy = policy;
    this.limits = limits;
    this.dialer = new Dialer(policy, limits, resolver, tls);
    this.watchdog =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("outbound-watchdog").factory());
    this.watchdog.setRemoveOnCancelPolicy(true);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RequestRefusedException when the target is not allowed or the request is malformed; nothing was sent
   */
  @Override
  public Answer send(Request request) throws IOException {
    Optional<String> refusal = policy.refusal(request.uri());
    if (refusal.isPresent()) {
      throw new RequestRefusedException(refusal.get());
    }
    byte[] head = RequestHead.of(request);
    try (Deadline deadline = new Deadline(limits.total(), watchdog)) {
      try {
        return exchange(request, head, deadline);
      } catch (RequestRefusedException refused) {
        throw refused;
      } catch (IOException failed) {
        throw deadline.explain(failed);
      }
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    idle.close();
  }

  private Answer exchange(Request request, byte[] head, Deadline deadline) throws IOException {
    String target = target(request.uri());
    Connection kept = REPEATABLE.contains(request.method()) ? idle.take(target) : null;
    if (kept != null) {
      deadline.guard(kept::close);
      try {
        return exchange(kept, request, head, deadline);
      } catch (IOException dead) {
        if (kept.answerBegun() || deadline.passed()) {
          throw dead;
        }
      }
    }
    return exchange(dialer.dial(request.uri(), deadline), request, head, deadline);
  }

  private Answer exchange(Connection connection, Request request, byte[] head, Deadline deadline)
      throws IOException {
    boolean keep = false;
    try {
      byte @Nullable [] body = request.body();
      connection.send(head, body == null ? new byte[0] : body);
      AnswerReader reader = new AnswerReader(connection.in(), limits);
      Answer answer = reader.read(request.method());
      keep = reader.reusable();
      return answer;
    } finally {
      if (keep && deadline.release()) {
        idle.give(target(request.uri()), connection);
      } else {
        connection.close();
      }
    }
  }

  private static String target(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)
        + "://"
        + HostNames.of(uri)
        + ":"
        + AddressPolicy.port(uri);
  }
}
