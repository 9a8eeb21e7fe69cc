package dev.crossdock.routing.trials.internal;

import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.PolicyWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether two policies decide alike: the digest of their rules in the one form that policies have. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The same for every way to write the same rules; the policy's name is no part of it.
   *
   * @param content what was read, which stands for itself where it is no policy
   */
  public static String of(Decoded decoded, String content) {
    return switch (decoded) {
      case Decoded.Read read -> {
        ObjectNode form = PolicyWriter.write(read.policy());
        form.remove("name");
        yield digest(form.toString());
      }
      case Decoded.Wrong ignored -> digest(content);
    };
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
