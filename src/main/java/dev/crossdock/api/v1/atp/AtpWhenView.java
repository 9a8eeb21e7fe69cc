package dev.crossdock.api.v1.atp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.promising.AtpWhen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When so many units could be promised.
 *
 * @param on the first day with enough; absent when no day has
 * @param steps what may be promised from each day on, today first
 * @param undated on its way without a day, and not counted on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AtpWhenView(String sku, long units, @Nullable LocalDate on, List<Step> steps, long undated) {

  /** All that may be promised from this day on. */
  record Step(LocalDate on, long available) {}

  static AtpWhenView of(AtpWhen when) {
    List<Step> steps = when.steps().stream().map(step -> new Step(step.on(), step.units())).toList();
    return new AtpWhenView(when.sku(), when.units(), when.on(), steps, when.undated());
  }
}
