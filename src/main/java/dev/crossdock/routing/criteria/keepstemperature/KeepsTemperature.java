package dev.crossdock.routing.criteria.keepstemperature;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Keeps chilled and frozen goods from locations that can't keep them so. */
@Kind(
    type = "temperature",
    title = "Keeps the temperature",
    help = "Asks only locations that keep every item that they would be asked for as it must be kept.")
record KeepsTemperature() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Set<Temperature> kept = place.profile().temperatures();
    LineFacts line =
        Goods.first(
            place,
            facts,
            one -> one.item().temperature() != Temperature.AMBIENT && !kept.contains(one.item().temperature()));
    if (line == null) {
      return Ruling.STAYS;
    }
    String how = Words.of(line.item().temperature());
    return new Ruling.Out("can't keep " + line.sku() + " " + how, "if it kept goods " + how);
  }
}
