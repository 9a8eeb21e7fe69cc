package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.shortage.SoldAhead;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    List<Part> components,
    List<AheadView> soldAhead) {

  /** A tax, and whether the channel pays it to the state. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TaxView(String title, @Nullable BigDecimal rate, Amount amount, boolean channelRemits) {

    static TaxView of(ResolvedOrder.Tax tax, String currency) {
      return new TaxView(tax.title(), tax.rate(), Amount.of(tax.amount(), currency), tax.channelRemits());
    }
  }

  /**
   * Units sold before they were there.
   *
   * @param units of them that are waited for
   * @param filled of them that have got their stock
   * @param promisedOn what was promised when they were sold
   * @param expectedOn what its authorisation says now; absent where it follows what is incoming
   * @param releaseOn of a pre-order, what its authorisation says now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AheadView(
      UUID authorisation,
      String kind,
      int units,
      int filled,
      LocalDate promisedOn,
      @Nullable LocalDate expectedOn,
      @Nullable LocalDate releaseOn) {

    static AheadView of(SoldAhead ahead, @Nullable Authorisation now) {
      return new AheadView(
          ahead.authorisation(), ahead.kind().name(), ahead.units(), ahead.filled(), ahead.promisedOn(),
          now == null ? null : now.promisedOn(), now == null ? null : now.releaseOn());
    }
  }

  /** What one unit of the line is made of. */
  record Part(String sku, int units) {}

  static LineView of(OrderLine line, String currency, Map<UUID, Authorisation> authorisations) {
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
        told.components().stream().map(part -> new Part(part.sku(), part.units())).toList(),
        line.ahead().stream().map(a -> AheadView.of(a, authorisations.get(a.authorisation()))).toList());
  }
}
