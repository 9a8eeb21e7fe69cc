package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Flash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command did, kept in the browser until its next whole page tells it, at whichever node. Whatever a browser
 * sends is looked at before it is shown: it may lead to pages of the console only.
 */
final class Told {

  static final String NAME = "crossdock-told";

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int WORDS_MAX = 1_000;
  private static final int VALUE_MAX = 4_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Told() {}

  /** The header that leaves it with the browser. */
  static String cookie(Flash flash, boolean secure) {
    String words = flash.words().substring(0, Math.min(flash.words().length(), WORDS_MAX));
    byte[] json = JSON.writeValueAsBytes(new Flash(flash.role(), words, flash.action()));
    return set(Base64.getUrlEncoder().withoutPadding().encodeToString(json), KEPT, secure);
  }

  /** The header that takes it away again. */
  static String gone() {
    return set("", Duration.ZERO, false);
  }

  /** What the browser was left with; null when that is nothing, or nothing of ours. */
  static @Nullable Flash read(@Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > VALUE_MAX) {
      return null;
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(value);
      Flash flash = JSON.readValue(new String(json, StandardCharsets.UTF_8), Flash.class);
      boolean whole = flash != null && flash.role() != null && flash.words() != null;
      return whole && (flash.action() == null || leadsToUs(flash.action().href())) ? flash : null;
    } catch (IllegalArgumentException | JacksonException notOurs) {
      return null;
    }
  }

  private static boolean leadsToUs(@Nullable String href) {
    return href != null && href.startsWith("/console");
  }

  private static String set(String value, Duration kept, boolean secure) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .secure(secure)
        .maxAge(kept)
        .build()
        .toString();
  }
}
