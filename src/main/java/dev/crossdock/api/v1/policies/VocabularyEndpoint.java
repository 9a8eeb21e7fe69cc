package dev.crossdock.api.v1.policies;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.conditions.FieldView;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Description;
import dev.crossdock.routing.criteria.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words that policies are written in. */
@RestController
class VocabularyEndpoint {

  /** All fields that conditions can ask. */
  record FieldListing(List<FieldView> items) {}

  /** All filters and ratings. */
  record CriterionListing(List<CriterionView> items) {}

  /**
   * A filter or a rating.
   *
   * @param type its name in policies
   * @param kind filter or rating
   * @param unit in what a rating is measured; empty for a filter
   */
  record CriterionView(
      String type, String title, String help, String kind, String unit, List<ParameterView> parameters) {

    static CriterionView of(Description description) {
      return new CriterionView(
          description.type(),
          description.title(),
          description.help(),
          description.filter() ? "filter" : "rating",
          Optional.ofNullable(description.unit()).map(unit -> unit.name().toLowerCase(Locale.ROOT)).orElse(""),
          description.parameters().stream().map(ParameterView::of).toList());
    }
  }

  /**
   * A parameter.
   *
   * @param begin what holds where it is left out, as JSON; absent where it must be given
   * @param names what a text in it is the name of
   */
  record ParameterView(
      String name,
      String title,
      String help,
      String shape,
      String unit,
      double min,
      double max,
      @Nullable String begin,
      List<String> choices,
      String names) {

    static ParameterView of(Field field) {
      return new ParameterView(
          field.name(),
          field.title(),
          field.help(),
          field.shape().name().toLowerCase(Locale.ROOT),
          field.unit(),
          field.min(),
          field.max(),
          field.begin() == null ? null : field.begin().toString(),
          field.choices(),
          field.names().name().toLowerCase(Locale.ROOT));
    }
  }

  @GetMapping("/api/v1/routing/criteria")
  @RequiresScope(Scope.ORDERS_READ)
  CriterionListing criteria(ApiCall call) {
    return new CriterionListing(Criteria.all().describe().stream().map(CriterionView::of).toList());
  }

  @GetMapping("/api/v1/routing/fields")
  @RequiresScope(Scope.ORDERS_READ)
  FieldListing fields(ApiCall call) {
    return new FieldListing(FieldView.all());
  }
}
