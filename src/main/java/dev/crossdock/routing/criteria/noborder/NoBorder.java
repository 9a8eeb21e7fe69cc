package dev.crossdock.routing.criteria.noborder;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Border;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/**
 * Keeps orders from crossing a customs or a VAT border, except for small ones: up to 150 EUR goods come into the EU by
 * the Import One-Stop Shop (Directive 2006/112/EC, article 369l), with the VAT paid at the checkout.
 */
@Kind(
    type = "no-border",
    title = "Crosses no border",
    help = "Asks only locations from which the parcel crosses no such border, or is worth no more than this. Where the "
        + "order may be split they ship what is worth no more.")
record NoBorder(
    @Parameter(title = "Border", begin = "\"CUSTOMS\"") Border border,
    @Parameter(title = "Except up to", help = "What the goods are worth; 0 for no exception.", unit = "minor units",
        max = 1e12, begin = "15000") long amountMost,
    @Parameter(title = "Currency", names = Names.CURRENCY, begin = "\"EUR\"") String currency,
    @Parameter(title = "Where nobody can tell", begin = "\"STAY\"") Unknown unknown)
    implements Filter.Limiting {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Boolean crossed = border.crossed(place, facts);
    if (crossed == null) {
      return unknown.rule(
          "is before " + border.words() + " or is not: the order has no country", "if the order had a country");
    }
    if (!crossed) {
      return Ruling.STAYS;
    }
    double paid = amountMost == 0 ? 0 : Goods.paid(Goods.possible(place, facts));
    String across = "is on the other side of " + border.words();
    if (amountMost > 0 && (paid <= 0 || !currency.equals(facts.order().currency()))) {
      return unknown.rule(
          across + ", and what the goods are worth is not known in " + currency, "if that were known");
    }
    return amountMost > 0 && paid <= amountMost
        ? Ruling.STAYS
        : new Ruling.Out(across + exception(paid), unless(paid));
  }

  /** Nothing where nobody knows what the goods are worth: then it is all or nothing. */
  @Override
  public @Nullable Long most(Place place, Facts facts) {
    boolean known = amountMost > 0 && currency.equals(facts.order().currency());
    return known && Boolean.TRUE.equals(border.crossed(place, facts)) && Goods.paid(Goods.possible(place, facts)) > 0
        ? (Long) amountMost
        : null;
  }

  @Override
  public long adds(LineFacts line) {
    return Math.max(0, line.unitPrice());
  }

  @Override
  public String atMost(Place place, Facts facts) {
    return "sends at most " + Words.money(amountMost, currency) + " across " + border.words() + " in one parcel";
  }

  @Override
  public String sentence() {
    return "Crosses no " + border.word() + " border, except up to " + Words.money(amountMost, currency)
        + unknown.words();
  }

  private String exception(double paid) {
    return amountMost == 0
        ? ""
        : ", and the goods are worth " + Words.money(paid, currency) + ", more than "
            + Words.money(amountMost, currency);
  }

  private @Nullable String unless(double paid) {
    return amountMost == 0 ? null : "if they were worth " + Words.money(paid - amountMost, currency) + " less";
  }
}
