package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/** One sentence that must be seen before the rest, with where it leads. */
public record Note(Role role, Icon icon, String sentence, Block.@Nullable Action action) {

  public static Note of(Role role, Icon icon, String sentence) {
    return new Note(role, icon, sentence, null);
  }
}
