package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/** What the last command did: noun and past verb, with where to see it. */
public record Flash(Role role, String words, Block.@Nullable Action action) {

  public static Flash done(String words) {
    return new Flash(Role.SUCCESS, words, null);
  }

  public static Flash refused(String words) {
    return new Flash(Role.CRITICAL, words, null);
  }
}
