package dev.crossdock.api.v1.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.network.CardAnswer;
import dev.crossdock.routing.network.WhyNot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that a price is asked for.
 *
 * @param from code of the location it leaves from
 * @param grams absent where nobody knows, and then it is priced as the lightest
 * @param leaves when; at once unless told
 */
record QuoteBody(
    @Nullable String from,
    @Nullable To to,
    @Nullable Long grams,
    @Nullable Integer longestMm,
    @Nullable Boolean oversize,
    @Nullable Boolean hazmat,
    @Nullable Instant leaves) {

  /** Where to; {@code region} is ISO 3166-2 without the country. */
  record To(@Nullable String country, @Nullable String region, @Nullable String postalCode) {}

  /** What every card says. */
  record Answers(List<Answer> items) {}

  /**
   * What one card says.
   *
   * @param whyNot why it does not carry the parcel, and {@code reason} that in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String card,
      String carrier,
      String service,
      @Nullable String zone,
      @Nullable Amount price,
      @Nullable Instant arrives,
      @Nullable WhyNot whyNot,
      @Nullable String reason) {

    static Answer of(CardAnswer answer) {
      Quote quote = answer.quote();
      WhyNot whyNot = answer.whyNot();
      return new Answer(
          answer.card(), answer.carrier(), answer.service(), answer.zone(),
          quote == null ? null : Amount.of(quote.price(), quote.currency()),
          quote == null ? null : quote.arrives(),
          whyNot,
          whyNot == null ? null : whyNot.sentence());
    }
  }
}
