package dev.crossdock.routing.policies;

import dev.crossdock.platform.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the journal is told of policies: what was done, and the digest of what was written, never free text. */
final class PolicyEvents {

  private static final String STREAM = "routing-policy";

  private PolicyEvents() {}

  static JournalEntry told(String what, PolicyVersion version, int change, Instant now) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", version.version())
            .put("state", version.state().name())
            .put("revision", version.revision())
            .put("contentSha256", digest(version.content()));
    if (version.basedOn() != null) {
      payload.put("basedOn", version.basedOn());
    }
    if (version.canaryPercent() > 0) {
      payload.put("canaryPercent", version.canaryPercent());
    }
    if (version.activation() != null) {
      payload.put("guardsOverridden", version.activation().override() != null);
    }
    return new JournalEntry(STREAM, change, "routing-policy." + what, now, payload.toString());
  }

  private static String digest(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
