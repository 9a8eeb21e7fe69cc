package dev.crossdock.platform.config;

import java.util.List;

/** What came of reading the settings. */
public sealed interface SettingsLoading {

  /**
   * They are complete and right.
   *
   * @param table every setting with its default, its value and where that came from; secrets hidden
   */
  record Loaded(Settings settings, String table) implements SettingsLoading {}

  /** Something is wrong: one line each, to be shown before giving up. */
  record Refused(List<String> complaints) implements SettingsLoading {

    public Refused {
      complaints = List.copyOf(complaints);
    }
  }
}
