package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the forwarder of notifications proves itself, one of two ways:
 *
 * <ul>
 *   <li>{@code X-Crossdock-Signature: t=1767225600,v1=5f2b…}: the time in Unix seconds and, in lower-case hex, the
 *       HMAC-SHA256 with the shared secret over {@code t + "." + body}. Not older and not younger than five minutes.
 *       For forwarders that can compute, such as a function.
 *   <li>{@code X-Crossdock-Secret: …}: the shared secret itself. For forwarders that can only send a fixed header,
 *       such as an EventBridge API destination. A signature, where there is one, decides.
 * </ul>
 */
final class AmazonSignature {

  static final String SIGNATURE_HEADER = "x-crossdock-signature";
  static final String SECRET_HEADER = "x-crossdock-secret";

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

  private AmazonSignature() {}

  static Verification verify(RawMessage message, List<String> secrets, Instant now) {
    if (secrets.isEmpty()) {
      return new Verification.Refused(Reason.NO_SECRET);
    }
    String signature = message.header(SIGNATURE_HEADER).orElse("");
    if (!signature.isEmpty()) {
      return signed(signature, message.body(), secrets, now);
    }
    String secret = message.header(SECRET_HEADER).orElse("");
    return secret.isEmpty()
        ? new Verification.Refused(Reason.MISSING_SIGNATURE)
        : authentic(secrets, candidate -> candidate, secret);
  }

  /** The header's value for a body sent at a time. */
  static String sign(byte[] body, String secret, Instant at) {
    return "t=" + at.getEpochSecond() + ",v1=" + hmac(at.getEpochSecond(), body, secret);
  }

  private static Verification signed(String header, byte[] body, List<String> secrets, Instant now) {
    Matcher parts = SHAPE.matcher(header);
    if (!parts.matches()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    long at = Long.parseLong(parts.group(1));
    Verification verdict = authentic(secrets, secret -> hmac(at, body, secret), parts.group(2));
    boolean timely = Math.abs(now.getEpochSecond() - at) <= WINDOW.toSeconds();
    return verdict instanceof Verification.Authentic && !timely ? new Verification.Refused(Reason.STALE) : verdict;
  }

  /** Every secret is tried, and each in constant time, so that timing tells nothing. */
  private static Verification authentic(List<String> secrets, Expected expected, String given) {
    byte[] actual = given.getBytes(StandardCharsets.UTF_8);
    boolean authentic = false;
    for (String secret : secrets) {
      authentic |= MessageDigest.isEqual(actual, expected.from(secret).getBytes(StandardCharsets.UTF_8));
    }
    return authentic ? new Verification.Authentic() : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static String hmac(long at, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((at + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private interface Expected {
    String from(String secret);
  }
}
