package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.exceptions.ExceptionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as lists show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderRow(
    UUID id,
    String number,
    String channel,
    String account,
    String externalId,
    String externalNumber,
    boolean test,
    String lifecycle,
    HeadlineView headline,
    UnitsView units,
    List<String> exceptions,
    Instant placedAt,
    @Nullable Instant shipBy,
    @Nullable Amount total,
    @Nullable String shipCountry) {

  static OrderRow of(OrderSearch.Row row) {
    return new OrderRow(
        row.id().value(),
        row.number(),
        row.channel().channel(),
        row.channel().account(),
        row.channel().externalId(),
        row.externalNumber(),
        row.test(),
        row.lifecycle().name(),
        HeadlineView.of(row.headline()),
        UnitsView.of(row.units()),
        row.exceptions().stream().map(ExceptionType::name).toList(),
        row.placedAt(),
        row.shipBy(),
        Amount.ofNullable(row.total(), row.currency()),
        row.shipCountry());
  }
}
