package dev.crossdock.channels.adapters.signing;

import dev.crossdock.channels.Verification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 over the raw body, sent as Base64 in a header. */
public final class HmacSha256 {

  /** 32 bytes in Base64. Two headers of one name arrive joined by a comma, and a comma is no letter of Base64. */
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9+/]{43}=");

  private HmacSha256() {}

  /** Whether one of the secrets made this signature; every secret is tried, so timing tells nothing. */
  public static Verification verify(@Nullable String signature, byte[] body, List<String> secrets) {
    if (secrets.isEmpty()) {
      return new Verification.Refused(Verification.Reason.NO_SECRET);
    }
    if (signature == null || signature.isEmpty()) {
      return new Verification.Refused(Verification.Reason.MISSING_SIGNATURE);
    }
    if (!SHAPE.matcher(signature).matches()) {
      return new Verification.Refused(Verification.Reason.MALFORMED_SIGNATURE);
    }
    byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
    boolean authentic = false;
    for (String secret : secrets) {
      // the texts are compared, not the bytes: Base64 has several spellings of the same bytes
      authentic |= MessageDigest.isEqual(given, sign(body, secret).getBytes(StandardCharsets.US_ASCII));
    }
    return authentic ? new Verification.Authentic() : new Verification.Refused(Verification.Reason.WRONG_SIGNATURE);
  }

  /** The signature of a body, as the channel would send it. */
  public static String sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** A short digest of a body, for dedup keys: 128 bits in hex. */
  public static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
