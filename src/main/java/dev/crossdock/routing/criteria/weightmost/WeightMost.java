package dev.crossdock.routing.criteria.weightmost;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps heavy parcels from some kinds of location: what a store's clerk carries to the post has its limits. */
@Kind(
    type = "weight-most",
    title = "Weight at most",
    help = "Locations of these kinds ship no parcel heavier than this; without kinds, none does. Where the order may "
        + "be split they ship what is light enough.")
record WeightMost(
    @Parameter(title = "At most", unit = "g", min = 1, max = 100_000_000, begin = "31500") int gramsMost,
    @Parameter(title = "Kinds of location", help = "Empty for all.", begin = "[]") Set<LocationKind> kinds,
    @Parameter(title = "Where nobody weighed", begin = "\"STAY\"") Unknown unknown)
    implements Filter.Limiting {

  @Override
  public Ruling judge(Place place, Facts facts) {
    if (!concerns(place)) {
      return Ruling.STAYS;
    }
    Parcel parcel = Goods.possible(place, facts);
    long grams = parcel.load().grams();
    if (grams > gramsMost) {
      return new Ruling.Out(
          "would ship " + grams + " g, and " + gramsMost + " g is the limit", "if the limit were " + grams + " g");
    }
    return Goods.weighed(parcel)
        ? Ruling.STAYS
        : unknown.rule("would ship units that nobody weighed", "if their weight were known");
  }

  private boolean concerns(Place place) {
    return kinds.isEmpty() || kinds.contains(place.location().kind());
  }

  @Override
  public @Nullable Long most(Place place, Facts facts) {
    return concerns(place) ? (Long) (long) gramsMost : null;
  }

  @Override
  public long adds(LineFacts line) {
    Integer grams = line.item().weightGrams();
    return grams != null ? grams : unknown == Unknown.OUT ? TOO_MUCH : 0;
  }

  @Override
  public String atMost(Place place, Facts facts) {
    String weighed = unknown == Unknown.OUT ? ", and nothing that nobody weighed" : "";
    return "ships at most " + gramsMost + " g in one parcel" + weighed;
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    long grams = Goods.possible(place, facts).load().grams();
    return grams <= gramsMost || grams > Integer.MAX_VALUE
        ? null
        : new Change.Rule(new WeightMost((int) grams, kinds, unknown));
  }

  @Override
  public String sentence() {
    String where = kinds.isEmpty() ? "" : " from a " + Words.anyOf(kinds);
    return "No parcel heavier than " + gramsMost + " g" + where + unknown.words();
  }
}
