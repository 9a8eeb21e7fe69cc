package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/**
 * A state in one glance: word, shape and colour together. Never a button.
 *
 * @param reason more about the state, part of what is read: {@code address} in "On hold: address"
 */
public record Badge(Role role, Icon icon, String word, @Nullable String reason) {

  public static Badge of(Role role, Icon icon, String word) {
    return new Badge(role, icon, word, null);
  }

  /** The word with its reason. */
  public String text() {
    return reason == null || reason.isBlank() ? word : word + ": " + reason;
  }
}
