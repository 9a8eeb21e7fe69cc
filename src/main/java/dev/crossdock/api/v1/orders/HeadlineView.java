package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.orders.Headline;
import org.jspecify.annotations.Nullable;

/** The one word for an order, derived from everything else; {@code words} is what people read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeadlineView(String code, String words, @Nullable String reason) {

  static HeadlineView of(Headline headline) {
    return new HeadlineView(headline.word().name(), headline.word().words(), headline.reason());
  }
}
