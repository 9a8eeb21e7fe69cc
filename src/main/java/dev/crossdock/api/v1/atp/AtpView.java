package dev.crossdock.api.v1.atp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.promising.Atp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be promised of a SKU.
 *
 * @param available what the terms add up to; never below zero
 */
record AtpView(String sku, long available, List<Term> terms) {

  /**
   * A line of the sum.
   *
   * @param location absent for a term over all locations
   * @param units below zero for what is taken off
   * @param why what decided about it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Term(Atp.Kind term, @Nullable String location, long units, @Nullable String why) {

    static Term of(Atp.Term term) {
      return new Term(term.kind(), term.location(), term.units(), term.why());
    }
  }

  /**
   * Several SKUs.
   *
   * @param unknown SKUs that were asked for and do not exist
   */
  record Listing(List<AtpView> items, List<String> unknown) {}

  static AtpView of(Atp atp) {
    return new AtpView(atp.sku(), atp.available(), atp.terms().stream().map(Term::of).toList());
  }
}
