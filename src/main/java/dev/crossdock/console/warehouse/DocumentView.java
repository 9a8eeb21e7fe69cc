package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Note;
import java.util.List;

/**
 * The page of one document.
 *
 * @param kind what it is, before its number
 * @param links what can be done with it on a page of its own; the first is the usual one
 * @param commands what can be done with it at once
 */
public record DocumentView(
    StockNav nav, String kind, String number, Badge badge, List<Fact> facts, List<Note> notes,
    List<Block.Action> links, Grid lines, List<Command> commands) {

  public DocumentView {
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
    links = List.copyOf(links);
    commands = List.copyOf(commands);
  }

  /** One thing to know. */
  public record Fact(String words, Grid.Cell value) {

    public static Fact of(String words, String value) {
      return new Fact(words, Grid.Cell.of(value));
    }
  }

  /**
   * A command to the document; what follows from it is told before.
   *
   * @param action where it goes
   * @param key of this showing of the form
   * @param version of the document that is shown
   */
  public record Command(String words, String effect, String action, String key, int version) {}
}
