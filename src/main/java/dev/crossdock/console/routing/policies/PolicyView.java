package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the policy.
 *
 * @param path of its page
 * @param key of the form that is shown
 * @param seen the revision that was read
 * @param editable whether it is a draft that this person may change
 * @param mistake why what was typed was not kept; null when it was
 * @param over the revision somebody else wrote meanwhile, over which it may be saved; null for none
 * @param faults what keeps it from deciding and belongs to no rule
 * @param remarks what its author may not have meant and belongs to no rule
 * @param open the rule that is open; null where there is none to change
 * @param changes what differs from the one that decides, in words
 * @param saved whether what is shown is what is kept
 * @param focus the id of what is to have the focus; null for whatever has it
 * @param tried what it would decide on one order
 * @param counted of which orders the cards' counts are, in words; null where nobody counted
 * @param apply what the button says that shows what it would do with orders not yet released; null for no button
 */
public record PolicyView(
    int number, String path, String key, int seen, boolean editable, Badge state, String name, String comment,
    String author, @Nullable When since, String basedOn, @Nullable String mistake, @Nullable Integer over,
    List<String> faults, List<String> remarks, List<Card> cards, @Nullable RuleView open, List<String> changes,
    int active, Lists lists, boolean mayAct, boolean mayGoBack, boolean saved, @Nullable String focus, TriedView tried,
    @Nullable String counted, @Nullable String apply) {

  public PolicyView {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
    cards = List.copyOf(cards);
    changes = List.copyOf(changes);
  }

  /** What keeps the version from deciding, how often. */
  public int wrong() {
    return faults.size() + cards.stream().mapToInt(card -> card.faults().size()).sum();
  }

  /**
   * A rule in the list.
   *
   * @param number from 0
   * @param words the rule in words; empty while it can't be read
   * @param count how many of the last orders it meets, in words; empty where nobody counted
   */
  public record Card(
      int number, String name, boolean enabled, boolean open, String words, String count, List<Told> faults,
      List<Told> remarks) {

    public Card {
      faults = List.copyOf(faults);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Something that is told about a rule.
   *
   * @param at the id of the input it is about, on the page where its rule is open
   * @param place where in the rule that is, as a JSON pointer
   */
  public record Told(String sentence, String at, String place) {}

  /**
   * Words of items and carriers, and the names that expressions have.
   *
   * @param names each with what it means
   */
  public record Words(
      List<String> itemTags, List<String> hazmat, List<String> carriers, List<String> programmes,
      List<RuleView.Option> names) {

    public Words {
      itemTags = List.copyOf(itemTags);
      hazmat = List.copyOf(hazmat);
      carriers = List.copyOf(carriers);
      programmes = List.copyOf(programmes);
      names = List.copyOf(names);
    }
  }

  /** What inputs suggest. */
  public record Lists(
      List<RuleView.Option> locations, List<String> tags, List<String> channels, List<String> accounts,
      List<String> zones, List<RuleView.Option> countries, Words words) {

    public Lists {
      locations = List.copyOf(locations);
      tags = List.copyOf(tags);
      channels = List.copyOf(channels);
      accounts = List.copyOf(accounts);
      zones = List.copyOf(zones);
      countries = List.copyOf(countries);
    }
  }

  /**
   * What is asked before a version decides.
   *
   * @param objections of guards, which a named person may override
   * @param reason what that person says
   * @param mistakes why it does not decide
   * @param part for how many orders it decides, and when it falls back
   * @param days how far back it may be tried on past orders
   * @param tried the latest backtest of what it says; null for none
   */
  public record Publishing(
      PolicyView policy, String how, List<String> objections, String reason, Mistakes mistakes, List<Field> part,
      dev.crossdock.console.kit.Choice days, @Nullable Tried tried) {

    public Publishing {
      objections = List.copyOf(objections);
      part = List.copyOf(part);
    }
  }

  /** A backtest, and where it is. */
  public record Tried(String sentence, String href) {}

  /** The versions, the newest first. */
  public record Versions(
      List<dev.crossdock.console.kit.Tab> tabs, dev.crossdock.console.kit.Grid grid, String key, int active,
      boolean mayAct, @Nullable String more) {}
}
