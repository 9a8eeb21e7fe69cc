package dev.crossdock.console.kit;

import java.util.Locale;

/** The eight meanings a colour may have. No other colour says anything. */
public enum Role {
  /** Nothing to do: a draft, cancelled, archived. */
  NEUTRAL,
  /** We are working on it. */
  PROGRESS,
  /** Someone else has it: a carrier, a marketplace. */
  EXTERNAL,
  /** Done. */
  SUCCESS,
  /** A person must look; no clock runs yet. */
  ATTENTION,
  /** A clock runs. */
  WARNING,
  /** Broken or late. */
  CRITICAL,
  /** Stopped on purpose. */
  HOLD;

  /** The class that sets the role's three colours for what stands inside. */
  public String css() {
    return "role-" + name().toLowerCase(Locale.ROOT);
  }
}
