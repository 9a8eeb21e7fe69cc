package dev.crossdock.console.imports;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way, or taken in.
 *
 * @param done rows that are done with, of {@code total}
 * @param figures in their order
 * @param refused the first rows that were not taken; null for none
 * @param more what is not shown of them; empty for nothing
 * @param download where all of them, or all answers, are to be had as a file; null for nothing to tell
 * @param live where this is to be had as it is now
 */
public record ImportView(
    String title, When at, boolean finished, int done, int total, Note note, List<Figure> figures,
    @Nullable Grid refused, String more, @Nullable String download, String live) {

  public ImportView {
    figures = List.copyOf(figures);
  }

  /** One number. */
  public record Figure(String words, String value) {}
}
