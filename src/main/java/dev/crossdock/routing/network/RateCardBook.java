package dev.crossdock.routing.network;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.network.internal.CardRules;
import dev.crossdock.routing.network.internal.Entries;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import dev.crossdock.routing.network.internal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The merchant's rate cards, now and at any instant of the past. */
public final class RateCardBook {

  private final Locations locations;
  private final Entries<RateCard> entries;

  public RateCardBook(Locations locations, Journal journal, Ids ids) {
    this.locations = locations;
    this.entries = new Entries<>(Kind.RATE_CARD, RateCard.class, journal, ids);
  }

  /** Keeps the cards, whole; wrong ones are refused by name. The caller undoes all of it or leaves the others. */
  public Told<RateCard> put(Tx tx, List<RateCardInput> inputs) {
    List<ItemError> errors = new ArrayList<>();
    return entries.put(tx, judged(tx, inputs, errors), errors);
  }

  /** What the cards would be refused for, whatever has become of those that are kept; nothing is. */
  public List<ItemError> faults(Tx tx, List<RateCardInput> inputs) {
    List<ItemError> errors = new ArrayList<>();
    judged(tx, inputs, errors);
    return errors;
  }

  private List<Wanted<RateCard>> judged(Tx tx, List<RateCardInput> inputs, List<ItemError> errors) {
    Set<String> known = locations.list(tx).stream().map(Location::code).collect(Collectors.toSet());
    List<Wanted<RateCard>> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Wanted<RateCard> judged = CardRules.judge(i, inputs.get(i), known, errors);
      if (judged != null) {
        wanted.add(judged);
      }
    }
    return wanted;
  }

  /** The card carries nothing any more; what it said before is kept. */
  public Told<RateCard> remove(Tx tx, String code, @Nullable Integer expected) {
    return entries.put(tx, List.of(new Wanted<>(0, code, expected, null)), new ArrayList<>());
  }

  /** In the order of their codes. */
  public List<Kept<RateCard>> list(Tx tx) {
    return entries.list(tx);
  }

  public Optional<Kept<RateCard>> find(Tx tx, String code) {
    return entries.find(tx, code);
  }

  /** Cards by code, as they were at that instant. */
  public Map<String, Kept<RateCard>> then(Tx tx, Instant at) {
    return entries.then(tx, null, at);
  }

  /** When anything was told of any card next after an instant. */
  public Optional<Instant> nextChange(Tx tx, Instant after) {
    return entries.nextChange(tx, after);
  }

  /** Its versions, the newest first. */
  public List<Kept<RateCard>> history(Tx tx, String code) {
    return entries.history(tx, code);
  }

  /** What every card says about a parcel; nothing where there is no such location. */
  public Optional<List<CardAnswer>> answers(Tx tx, QuoteQuestion question) {
    Instant leaves = question.leaves() == null ? tx.now() : question.leaves();
    return locations
        .find(tx, question.from())
        .map(from -> tariffs(tx).answers(question.from(from), question.to(), question.load(), leaves));
  }

  /** All that hold at this moment, ready to price parcels. */
  public RateCards tariffs(Tx tx) {
    return RateCards.of(list(tx), locations.list(tx));
  }
}
