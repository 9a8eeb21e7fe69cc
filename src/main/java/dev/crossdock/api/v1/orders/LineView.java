package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: what the channel said of it, and where its units are.
 *
 * @param sku ours; absent while the channel's SKU is mapped to none
 * @param fulfilledBy {@code MERCHANT}, or {@code CHANNEL} when the channel ships it itself
 * @param subtotal all units before discount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineView(
    int line,
    String externalId,
    @Nullable String channelSku,
    @Nullable String sku,
    String title,
    String kind,
    String fulfilledBy,
    int ordered,
    UnitsView units,
    @Nullable Amount unitPrice,
    @Nullable Amount subtotal,
    Amount discount,
    Amount tax,
    List<TaxView> taxes,
    List<Part> components) {

  /** A tax, and whether the channel pays it to the state. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TaxView(String title, @Nullable BigDecimal rate, Amount amount, boolean channelRemits) {

    static TaxView of(ResolvedOrder.Tax tax, String currency) {
      return new TaxView(tax.title(), tax.rate(), Amount.of(tax.amount(), currency), tax.channelRemits());
    }
  }

  /** What one unit of the line is made of. */
  record Part(String sku, int units) {}

  static LineView of(OrderLine line, String currency) {
    ResolvedOrder.Line told = line.told();
    return new LineView(
        line.line(),
        told.externalId(),
        told.channelSku(),
        told.sku(),
        told.title(),
        told.kind().name(),
        told.fulfilledBy().name(),
        told.ordered(),
        UnitsView.of(line.buckets()),
        Amount.ofNullable(told.unitPrice(), currency),
        Amount.ofNullable(told.subtotal(), currency),
        Amount.of(told.discount(), currency),
        Amount.of(told.tax(), currency),
        told.taxes().stream().map(tax -> TaxView.of(tax, currency)).toList(),
        told.components().stream().map(part -> new Part(part.sku(), part.units())).toList());
  }
}
