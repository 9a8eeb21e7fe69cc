package dev.crossdock.console.orders.decision;

import dev.crossdock.console.orders.decision.MapView.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds room for names beside marks, the important first; a name that would cover another is left out. */
final class Labels {

  private static final double WIDE_LETTER = 6.6;
  private static final double WIDE_LINE = 14;
  private static final double NARROW_LETTER = 12.5;
  private static final double NARROW_LINE = 26;
  private static final double GAP = 10;
  private static final double MARK = 6;
  private static final int LETTERS_MAX = 34;

  private final List<Box> wide = new ArrayList<>();
  private final List<Box> narrow = new ArrayList<>();

  private record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean onSheet() {
      return left >= 0 && top >= 0 && right <= Projection.WIDTH && bottom <= Projection.HEIGHT;
    }
  }

  /** No name may cover what is marked here. */
  void mark(double x, double y) {
    Box box = new Box(x - MARK, y - MARK, x + MARK, y + MARK);
    wide.add(box);
    narrow.add(box);
  }

  /** Where the name of a mark stands; null where there is no room. */
  @Nullable Label place(String name, double x, double y) {
    if (name.length() > LETTERS_MAX) {
      return null;
    }
    for (boolean atEnd : x > Projection.WIDTH / 2.0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
      Box box = box(name, x, y, atEnd, WIDE_LETTER, WIDE_LINE);
      if (box.onSheet() && wide.stream().noneMatch(box::meets)) {
        wide.add(box);
        Box large = box(name, x, y, atEnd, NARROW_LETTER, NARROW_LINE);
        boolean room = large.onSheet() && narrow.stream().noneMatch(large::meets);
        if (room) {
          narrow.add(large);
        }
        return new Label(Projection.rounded(atEnd ? x - GAP : x + GAP), Projection.rounded(y + 4), atEnd, room);
      }
    }
    return null;
  }

  private static Box box(String name, double x, double y, boolean atEnd, double letter, double line) {
    double length = name.length() * letter;
    double left = atEnd ? x - GAP - length : x + GAP;
    return new Box(left, y - line / 2, left + length, y + line / 2);
  }
}
