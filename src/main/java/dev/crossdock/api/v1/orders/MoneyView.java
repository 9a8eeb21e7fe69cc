package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.ResolvedOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of an order in the shop's currency; what the channel has not told is absent.
 *
 * @param buyerTotal the total in the currency the buyer saw
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoneyView(
    String currency,
    boolean taxIncluded,
    @Nullable Amount total,
    @Nullable Amount paid,
    @Nullable Amount refunded,
    Amount giftCards,
    @Nullable Amount buyerTotal,
    List<ChargeView> charges) {

  /** Something paid besides the lines, before its discount. */
  record ChargeView(String kind, String code, Amount amount, Amount discount, Amount tax) {

    static ChargeView of(ResolvedOrder.Charge charge, String currency) {
      return new ChargeView(
          charge.kind(),
          charge.code(),
          Amount.of(charge.amount(), currency),
          Amount.of(charge.discount(), currency),
          Amount.of(charge.tax(), currency));
    }
  }

  static MoneyView of(Order order) {
    ResolvedOrder.Sums sums = order.sums();
    String currency = order.identity().currency();
    return new MoneyView(
        currency,
        sums.taxIncluded(),
        Amount.ofNullable(sums.total(), currency),
        Amount.ofNullable(sums.paid(), currency),
        Amount.ofNullable(sums.refunded(), currency),
        Amount.of(sums.giftCards(), currency),
        Amount.ofNullable(sums.buyerTotal(), sums.buyerCurrency()),
        order.charges().stream().map(charge -> ChargeView.of(charge, currency)).toList());
  }
}
