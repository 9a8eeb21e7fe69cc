package dev.crossdock.console.network;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Grid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rate card: its prices by weight and zone, and a form that takes others.
 *
 * @param version that the form was filled from; a later one is not overwritten
 * @param zones where each zone is
 * @param text rows of a spreadsheet: what is stored, or what was pasted
 * @param preview the pasted prices before they are stored; null for none
 * @param mistakes what is wrong with the pasted rows
 */
public record CardView(
    String code, String facts, Badge state, int version, String key, Grid prices, Grid zones, String text,
    @Nullable Grid preview, List<String> mistakes) {

  public CardView {
    mistakes = List.copyOf(mistakes);
  }
}
