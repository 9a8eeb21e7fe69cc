package dev.crossdock.channels.adapters.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.IncomingTotals;
import dev.crossdock.channels.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The total decides how the amounts are meant. */
class AmazonSumsTest {

  private static final String US = "ATVPDKIKX0DER";
  private static final String DE = "A1PA6795UKMFR9";

  @ParameterizedTest
  @CsvSource({
    // marketplace, total stated, prices include tax, total as we hold it
    US + ", 113.00, false, 113.00",
    US + ", 105.00, true, 105.00",
    DE + ", 105.00, true, 105.00",
    DE + ", 113.00, false, 113.00",
    US + ", 999.00, false, 999.00",
    DE + ", 999.00, true, 999.00",
    US + ", , false, 113.00",
    DE + ", , true, 105.00",
  })
  void readsTaxAsTheTotalSaysElseAsTheMarketplaceDoes(
      String marketplace, @Nullable String total, boolean includes, String held) {
    String item =
        money("ItemPrice", "100.00")
            + money("ItemTax", "7.00")
            + money("ShippingPrice", "5.00")
            + money("ShippingTax", "1.00");
    IncomingOrder order = v0(marketplace, total, item);

    assertThat(order.pricesIncludeTax()).isEqualTo(includes);
    assertThat(String.valueOf(order.total())).startsWith(held);
  }

  @Test
  void addsWhatAmazonWithholdsToATotalThatLeavesItOut() {
    String item =
        "\"TaxCollection\":{\"Model\":\"MarketplaceFacilitator\"},"
            + money("ItemPrice", "100.00")
            + money("ItemTax", "7.00");

    IncomingOrder left = v0(US, "100.00", item);
    IncomingOrder held = v0(US, "107.00", item);

    assertThat(left.total()).isEqualTo(held.total()).hasToString("107.00 USD");
    assertThat(left.pricesIncludeTax()).isFalse();
    assertThat(left.lines().getFirst().taxes()).singleElement().matches(IncomingTax::channelRemits);
  }

  @ParameterizedTest
  @CsvSource({
    // promotion, shipping discount, total stated, discount on the goods
    "4.99, 4.99, 100.00, 0.00",
    "14.99, 4.99, 90.00, 10.00",
    "10.00, 4.99, 90.00, 10.00",
    "0.00, 4.99, 100.00, 0.00",
    "10.00, 0.00, 94.99, 10.00",
    "-10.00, 4.99, 90.00, 10.00",
  })
  void tellsWhetherAPromotionHoldsTheShippingDiscount(
      String promotion, String shipping, String total, String discount) {
    String item =
        money("ItemPrice", "100.00")
            + money("ShippingPrice", "4.99")
            + money("PromotionDiscount", promotion)
            + money("ShippingDiscount", shipping);
    IncomingOrder order = v0(US, total, item);

    assertThat(String.valueOf(order.lines().getFirst().discount())).startsWith(discount);
    assertThat(order.charges().getFirst().discount().text()).isEqualTo(shipping);
    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"96.30, 6.30", "97.00, 7.00"})
  void takesTheTaxOnADiscountOffOnlyWhereTheTotalDoes(String total, String tax) {
    String item =
        money("ItemPrice", "100.00")
            + money("ItemTax", "7.00")
            + money("PromotionDiscount", "10.00")
            + money("PromotionDiscountTax", "0.70");
    IncomingOrder order = v0(US, total, item);

    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isZero();
    assertThat(order.lines().getFirst().taxes().getFirst().amount().text()).isEqualTo(tax);
  }

  @Test
  void gathersEveryExtraInOneChargeAKind() {
    String item =
        "\"BuyerInfo\":{" + money("GiftWrapPrice", "3.00") + money("GiftWrapTax", "0.20") + "\"x\":1},"
            + money("ItemPrice", "20.00")
            + money("CODFee", "10.00")
            + money("CODFeeDiscount", "1.00")
            + money("ShippingPrice", "5.00");
    IncomingOrder order = v0(US, "37.20", item);

    assertThat(order.charges())
        .extracting(IncomingCharge::kind)
        .containsExactly(IncomingCharge.Kind.SHIPPING, IncomingCharge.Kind.GIFT_WRAP, IncomingCharge.Kind.FEE);
    assertThat(order.charges())
        .extracting(IncomingCharge::code)
        .containsExactly("Std Made Up", "Gift wrap", "Cash on delivery");
    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isZero();
  }

  @Test
  void neverAsksTheBuyerForLessThanNothing() {
    IncomingOrder order = v0(US, "", money("ItemPrice", "5.00") + money("PromotionDiscount", "9.00"));

    assertThat(order.total()).hasToString("0.00 USD");
  }

  @ParameterizedTest
  @CsvSource({
    // discount, of it on shipping, of it on the item, total stated, discount on the goods, on shipping
    "-9, , , 41.00, 9.00, 0.00",
    "9, , , 41.00, 9.00, 0.00",
    "-9, -4, , 41.00, 5.00, 4.00",
    "-9, 4, 5, 41.00, 5.00, 4.00",
    "3, 4, , 47.00, 3.00, 0.00",
  })
  void splitsDiscountsOf2026ByWhatTheyAreOn(
      String discount,
      @Nullable String onShipping,
      @Nullable String onItem,
      String total,
      String goods,
      String shipping) {
    String off = part("DISCOUNT", discount, detail("SHIPPING", onShipping), detail("ITEM", onItem));
    IncomingOrder order = v2026(total, part("ITEM", "44"), part("SHIPPING", "6"), off);

    assertThat(String.valueOf(order.lines().getFirst().discount())).startsWith(goods);
    assertThat(order.charges().getFirst().discount().text()).isEqualTo(shipping);
    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isZero();
  }

  @Test
  void chargesKindsOf2026ItDoesNotKnow() {
    IncomingOrder order = v2026("48.00", part("ITEM", "44"), part("BAG_FEE", "1"), part("OTHER", "3"));

    assertThat(order.charges()).singleElement().satisfies(fee -> assertThat(fee.amount().text()).isEqualTo("4.00"));
    assertThat(IncomingTotals.of(order).orElseThrow().difference().minor()).isZero();
  }

  private static IncomingOrder v0(String marketplace, @Nullable String total, String item) {
    String sum = total == null || total.isEmpty() ? "" : money("OrderTotal", total);
    return order(
        """
        {"AmazonOrderId":"902-0000001-0000001","OrderStatus":"Unshipped","FulfillmentChannel":"MFN",%s
         "PurchaseDate":"2026-11-20T10:00:00Z","LastUpdateDate":"2026-11-20T10:05:00Z","MarketplaceId":"%s",
         "ShipServiceLevel":"Std Made Up",
         "OrderItems":[{%s"OrderItemId":"1","QuantityOrdered":2,"SellerSKU":"S"}]}
        """
            .formatted(sum, marketplace, item));
  }

  private static IncomingOrder v2026(String total, String... breakdowns) {
    return order(
        """
        {"order":{"orderId":"902-0000001-0000001","createdTime":"2026-11-20T10:00:00Z",
          "lastUpdatedTime":"2026-11-20T10:05:00Z","salesChannel":{"channelName":"AMAZON","marketplaceId":"%s"},
          "fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT"},
          "proceeds":{"grandTotal":{"amount":"%s","currencyCode":"USD"}},
          "orderItems":[{"orderItemId":"1","quantityOrdered":1,"product":{"sellerSku":"S"},
            "proceeds":{"breakdowns":[%s]}}]}}
        """
            .formatted(US, total, String.join(",", breakdowns)));
  }

  private static String part(String type, String amount, String... details) {
    String some = Stream.of(details).filter(each -> !each.isEmpty()).collect(Collectors.joining(","));
    return "{\"type\":\"%s\",\"subtotal\":%s,\"detailedBreakdowns\":[%s]}".formatted(type, amount(amount), some);
  }

  private static String detail(String subtype, @Nullable String amount) {
    return amount == null ? "" : "{\"subtype\":\"%s\",\"value\":%s}".formatted(subtype, amount(amount));
  }

  private static String amount(String amount) {
    return "{\"amount\":\"" + amount + "\",\"currencyCode\":\"USD\"}";
  }

  private static String money(String field, String amount) {
    return "\"" + field + "\":{\"CurrencyCode\":\"USD\",\"Amount\":\"" + amount + "\"},";
  }

  private static IncomingOrder order(String body) {
    RawMessage message = new RawMessage("", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    Decoded decoded = AmazonMessages.decode(message, new AccountSettings("amazon", "north", Map.of(), Map.of()));
    if (decoded instanceof Decoded.Snapshot(IncomingOrder order)) {
      return order;
    }
    throw new AssertionError(decoded + " of " + body);
  }
}
