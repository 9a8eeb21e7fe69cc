package dev.crossdock.routing.policies;

import java.util.Locale;

/** What a version of a policy is used for. */
public enum PolicyState {
  /** It can still be changed. */
  DRAFT,
  /** It decides beside the active one, and nothing comes of it. */
  SHADOW,
  /** It decides for a part of the orders. */
  CANARY,
  ACTIVE,
  ARCHIVED;

  /** Its name for people and programs: {@code draft}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
