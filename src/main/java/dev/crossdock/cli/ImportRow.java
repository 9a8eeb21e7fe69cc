package dev.crossdock.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file to be imported: what the API takes, or what is wrong with it.
 *
 * @param line where it begins, from 1
 */
record ImportRow(long line, Map<String, Object> item, @Nullable String problem) {

  static ImportRow of(long line, Map<String, Object> item) {
    return new ImportRow(line, item, null);
  }

  static ImportRow bad(long line, String problem) {
    return new ImportRow(line, Map.of(), problem);
  }
}
