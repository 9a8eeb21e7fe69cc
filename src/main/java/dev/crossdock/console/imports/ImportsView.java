package dev.crossdock.console.imports;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which files are taken in.
 *
 * @param kinds what may be in a file
 * @param text rows that were pasted; empty for none
 * @param preview of them; null before it was asked for
 * @param files the latest that were taken in; null for none
 */
public record ImportsView(
    String key, Choice kinds, String text, @Nullable Preview preview, @Nullable Grid files,
    List<Mistakes.Line> mistakes, List<Columns> columns) {

  public ImportsView {
    mistakes = List.copyOf(mistakes);
    columns = List.copyOf(columns);
  }

  /**
   * What was understood of a file.
   *
   * @param summary encoding, separator and rows, in one sentence
   * @param missing what must be there and is not; empty for nothing
   * @param rows the first ones under their headings and what these are taken for
   * @param importable whether there is anything to take in
   */
  public record Preview(String summary, String missing, String broken, Grid rows, boolean importable, String send) {}

  /** What the columns of a kind are called. */
  public record Columns(String kind, String required, String optional) {}
}
