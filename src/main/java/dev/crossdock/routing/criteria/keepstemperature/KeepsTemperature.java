package dev.crossdock.routing.criteria.keepstemperature;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;

/** Keeps chilled and frozen goods from locations that can't keep them so. */
@Kind(
    type = "temperature",
    title = "Keeps the temperature",
    help = "Asks only locations that keep every item that they would be asked for as it must be kept.")
record KeepsTemperature() implements LineFilter {

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    Temperature wanted = line.item().temperature();
    if (wanted == Temperature.AMBIENT || place.profile().temperatures().contains(wanted)) {
      return Ruling.STAYS;
    }
    String how = Words.of(wanted);
    return new Ruling.Out("can't keep " + line.sku() + " " + how, "if it kept goods " + how);
  }
}
