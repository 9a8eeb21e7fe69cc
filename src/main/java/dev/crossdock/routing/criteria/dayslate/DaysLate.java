package dev.crossdock.routing.criteria.dayslate;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.time.Instant;

/** Prefers plans whose worst parcel is the least late against what the buyer was promised. */
@Kind(
    type = "days-late",
    title = "Days late",
    help = "Prefers keeping the promised date: delivery where that is promised, else leaving. Early counts as 0.")
record DaysLate(
    @Parameter(title = "Where no rate card tells", help = "How late that is taken to be.", unit = "days", max = 400,
        begin = "7") int assumeDays)
    implements Rating {

  private static final int ASSUMED = 7;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Instant deliverBy = facts.order().deliverBy();
    Instant by = deliverBy == null ? facts.order().shipBy() : deliverBy;
    if (by == null) {
      return 0;
    }
    Instant there =
        deliverBy == null
            ? Carriage.leaves(parcel.place(), facts.now())
            : Carriage.of(parcel, facts).arrives();
    return there == null ? assumeDays : Carriage.days(by, there);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Instant deliverBy = facts.order().deliverBy();
    if (deliverBy == null && facts.order().shipBy() == null) {
      return "has no date to keep";
    }
    Carriage carriage = Carriage.of(parcel, facts);
    boolean unknown = deliverBy == null ? carriage.leaves() == null : carriage.arrives() == null;
    if (unknown) {
      String why = deliverBy == null ? carriage.withoutPrice() : carriage.withoutArrival();
      return why + ", taken for " + Words.count(assumeDays, "day") + " late";
    }
    double late = rate(parcel, facts);
    return late == 0 ? "keeps the promised date" : "is " + Words.count(late, "day") + " late";
  }

  @Override
  public Unit unit() {
    return Unit.DAYS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }

  @Override
  public String sentence() {
    String assumed = Words.count(assumeDays, "day") + " where no rate card tells";
    return "Least late" + Words.besides(Words.unless(assumeDays, ASSUMED, assumed));
  }
}
