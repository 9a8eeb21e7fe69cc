package dev.crossdock.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the channels sign theirs. */
public final class Signing {

  private Signing() {}

  /** Base64 of HMAC-SHA256 over the body: Shopify and WooCommerce. */
  public static String base64(String secret, byte[] body) {
    return Base64.getEncoder().encodeToString(hmac(secret, body));
  }

  /** Time and hex HMAC-SHA256 over time, a dot and the body: notifications that were forwarded. */
  public static String timed(String secret, byte[] body, long epochSecond) {
    byte[] head = (epochSecond + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return "t=" + epochSecond + ",v1=" + HexFormat.of().formatHex(hmac(secret, all));
  }

  /** Hex of HMAC-SHA256 over a text. */
  public static String hex(String secret, String text) {
    return HexFormat.of().formatHex(hmac(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
