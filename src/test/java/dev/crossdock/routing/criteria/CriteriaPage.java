package dev.crossdock.routing.criteria;

import java.util.List;

/** The page of all criteria, made from what they say of themselves. */
final class CriteriaPage {

  private CriteriaPage() {}

  static String markdown(List<Description> criteria) {
    StringBuilder page = new StringBuilder("""
        # Routing criteria

        A rule of a routing policy keeps places out with *filters* and compares what is left with *ratings*. This page
        is made from the criteria themselves; `CriteriaPageTest` compares it with them.

        A criterion is a JSON object with its `type` and its parameters. A parameter with a value in the column *begins
        with* may be left out and is that then. Amounts of money are minor units (cents) of the currency beside them, or
        of the order's currency where there is none; an amount in another currency is not known, and is never added up.
        What a filter does where a fact is not known is its parameter `unknown`: `STAY` keeps the place and the decision
        says what was not known, `OUT` keeps it out. A rating assumes what its parameter says, and says so too.

        """);
    section(page, "Filters", criteria.stream().filter(Description::filter).toList());
    section(page, "Ratings", criteria.stream().filter(criterion -> !criterion.filter()).toList());
    return page.toString().stripTrailing() + "\n";
  }

  private static void section(StringBuilder page, String title, List<Description> criteria) {
    page.append("## ").append(title).append("\n\n");
    for (Description criterion : criteria) {
      page.append("### `").append(criterion.type()).append("`: ").append(criterion.title()).append("\n\n");
      page.append(criterion.help());
      if (criterion.unit() != null && criterion.over() != null) {
        String over = criterion.over() == Rating.Over.SUM ? "the sum of its parcels" : "its worst parcel";
        page.append(" In ").append(Words.of(criterion.unit())).append("; a plan counts as ").append(over).append('.');
      }
      page.append("\n\n");
      if (!criterion.parameters().isEmpty()) {
        page.append("| parameter | | value | begins with |\n|---|---|---|---|\n");
        criterion.parameters().forEach(field -> page.append(row(field)));
        page.append('\n');
      }
    }
  }

  private static String row(Field field) {
    String help = field.title() + (field.help().isEmpty() ? "" : ". " + field.help());
    String begin = field.begin() == null ? "must be given" : "`" + field.begin() + "`";
    return "| `" + field.name() + "` | " + help + " | " + value(field) + " | " + begin + " |\n";
  }

  private static String value(Field field) {
    String limits = Words.number(field.min()) + " to " + Words.number(field.max());
    String unit = field.unit().isEmpty() ? "" : " " + field.unit();
    String least = field.min() > 0 ? " (at least " + Words.number(field.min()) + ")" : "";
    String choices = String.join(", ", field.choices());
    return switch (field.shape()) {
      case INTEGER -> "whole number, " + limits + unit;
      case DECIMAL -> "number, " + limits + unit;
      case FLAG -> "true or false";
      case TEXT -> named(field.names(), "text");
      case CHOICE -> choices;
      case TEXTS -> "set" + least + " of: " + named(field.names(), "text");
      case TEXT_LIST -> "list" + least + " of: " + named(field.names(), "text");
      case CHOICES -> "set" + least + " of: " + choices;
      case CHOICE_LIST -> "list" + least + " of: " + choices;
      case TIME -> "time of day, `14:30`";
      case SPAN -> "span, `PT1H30M`";
    };
  }

  private static String named(Names names, String otherwise) {
    return switch (names) {
      case ANYTHING -> otherwise;
      case COUNTRY -> "country (ISO 3166-1)";
      case DESTINATION -> "country or region (ISO 3166)";
      case CURRENCY -> "currency (ISO 4217)";
      case LOCATION -> "location code";
      case LOCATION_TAG -> "tag of a location";
      case ITEM_TAG -> "tag of an item";
      case PROGRAMME -> "programme";
      case CARRIER -> "carrier";
    };
  }
}
