package dev.crossdock.console.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a heading. The first cell of a row names it. In a narrow window each row is a card whose cells carry
 * their columns' words.
 *
 * @param caption what the rows are, for those who cannot see the heading above
 */
public record Grid(String caption, List<Column> columns, List<Row> rows) {

  public Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A column; numbers stand at its end. */
  public record Column(String words, boolean number) {

    public static Column text(String words) {
      return new Column(words, false);
    }

    public static Column number(String words) {
      return new Column(words, true);
    }
  }

  /** A row; its id is the same each time it is shown. */
  public record Row(String id, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(String id, Cell... cells) {
      return new Row(id, List.of(cells));
    }
  }

  /**
   * What stands in a cell.
   *
   * @param href where it leads; null for nowhere
   * @param second a smaller line below; empty for none
   * @param badge a state instead of the text; null for none
   * @param when a moment instead of the text; null for none
   */
  public record Cell(
      String text, @Nullable String href, String second, @Nullable Badge badge, @Nullable When when) {

    public static Cell of(String text) {
      return new Cell(text, null, "", null, null);
    }

    public static Cell of(long units) {
      return of(Units.grouped(units));
    }

    /** Nothing where there is nothing: a zero would be one more number to read. */
    public static Cell unlessZero(long units) {
      return units == 0 ? of("") : of(units);
    }

    public static Cell link(String text, String href) {
      return new Cell(text, href, "", null, null);
    }

    public static Cell badge(Badge badge) {
      return new Cell("", null, "", badge, null);
    }

    public static Cell when(When when) {
      return new Cell("", null, "", null, when);
    }

    public Cell withSecond(String words) {
      return new Cell(text, href, words, badge, when);
    }

    public boolean isEmpty() {
      return text.isEmpty() && badge == null && when == null && second.isEmpty();
    }
  }
}
