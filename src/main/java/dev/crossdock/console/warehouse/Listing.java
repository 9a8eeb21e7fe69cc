package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.inventory.documents.DocumentQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a kind are looked at, as the address says.
 *
 * @param states that there are, as the address and as people call them, in the order of the tabs
 */
public record Listing(
    StockNav nav, List<Block.Action> actions, List<State> states, String placeholder, String state, String text,
    @Nullable UUID after) {

  private static final int PAGE = 50;
  private static final int TEXT_MAX = 100;

  /** One state a document may have: its constant, and its word. */
  public record State(String constant, String word) {}

  public Listing {
    actions = List.copyOf(actions);
    states = List.copyOf(states);
  }

  /** With what the address asks for; an unknown state or place asks for everything. */
  public Listing asked(String wanted, String looked, @Nullable String from) {
    boolean known = states.stream().anyMatch(one -> one.constant().equals(wanted));
    String cleaned = looked.replace("\0", "").strip();
    return new Listing(
        nav, actions, states, placeholder, known ? wanted : "",
        cleaned.substring(0, Math.min(TEXT_MAX, cleaned.length())), id(from));
  }

  public DocumentQuery query() {
    return new DocumentQuery(state.isEmpty() ? null : state, text.isEmpty() ? null : text, after, PAGE + 1);
  }

  /**
   * The page.
   *
   * @param found one more than is shown, where there are more
   * @param row of the table for a document, whose id is the document's
   */
  public <D> DocumentList page(
      List<D> found, String caption, List<Grid.Column> columns, Function<D, Grid.Row> row, Function<D, UUID> id) {
    List<D> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new DocumentList(
        nav, text, state, placeholder, tabs(), actions,
        shown.isEmpty() ? null : new Grid(caption, columns, shown.stream().map(row).toList()),
        shown.isEmpty() ? nothing() : null,
        found.size() > PAGE ? href(state) + "&after=" + id.apply(shown.getLast()) : null,
        after == null ? null : href(state));
  }

  private List<Tab> tabs() {
    List<Tab> tabs = new ArrayList<>(List.of(new Tab("All", href(""), state.isEmpty(), null)));
    states.forEach(one -> tabs.add(new Tab(one.word(), href(one.constant()), one.constant().equals(state), null)));
    return tabs;
  }

  private Block nothing() {
    boolean everything = text.isEmpty() && state.isEmpty() && after == null;
    return everything
        ? new Block(
            Block.Kind.NONE_YET, "No " + nav.words().toLowerCase(Locale.ROOT) + " yet",
            "They appear here as soon as there is one.", actions.isEmpty() ? null : actions.getFirst())
        : new Block(
            Block.Kind.NO_MATCH, "Nothing matches", "Nothing fits what is looked for.",
            new Block.Action("Show all", nav.href()));
  }

  private String href(String wanted) {
    return nav.href() + "?state=" + wanted + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
  }
}
