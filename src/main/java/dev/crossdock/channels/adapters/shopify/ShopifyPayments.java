package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far payment has come, and by what means. Webhooks rarely carry the transactions; then totals must do. */
record ShopifyPayments(JsonCursor order, Currency currency) {

  private static final int WORD_CHARS_MAX = 60;

  /** Terms by which goods leave before the money comes; a payment due on receipt of the invoice is merely awaited. */
  private static final Set<String> TERMS = Set.of("net", "fixed", "fulfillment");

  /** A status this version does not know waits like one that is awaited: goods never leave on a guess. */
  Payment payment() {
    String status = word(order.at("financial_status"));
    return switch (status) {
      case "authorized" -> Payment.AUTHORISED;
      case "partially_paid" -> Payment.PARTIALLY_PAID;
      case "paid" -> Payment.PAID;
      case "partially_refunded" -> Payment.PARTIALLY_REFUNDED;
      case "refunded" -> Payment.REFUNDED;
      case "voided" -> Payment.NONE;
      case "expired" -> Payment.EXPIRED;
      default -> onTerms() ? Payment.ON_TERMS : Payment.PENDING;
    };
  }

  @Nullable Money paid() {
    JsonCursor outstanding = order.at("total_outstanding");
    JsonCursor current = order.at("current_total_price");
    if (order.at("transactions").given()) {
      return sum(order.at("transactions").items(), Set.of("sale", "capture"));
    }
    Money refunded = refunded();
    if (outstanding.present() && current.present() && refunded != null) {
      Money paid = current.money(currency).minus(outstanding.money(currency)).plus(refunded);
      return paid.minor() < 0 ? Money.zero(currency) : paid;
    }
    return payment() == Payment.PAID ? order.at("total_price").positive(currency) : null;
  }

  /** What was paid back; null when it went back in a currency other than the shop's. */
  @Nullable Money refunded() {
    List<JsonCursor> transactions = new ArrayList<>();
    for (JsonCursor refund : order.at("refunds").items()) {
      transactions.addAll(refund.at("transactions").items());
    }
    return sum(transactions, Set.of("refund"));
  }

  List<Money> giftCards() {
    List<Money> cards = new ArrayList<>();
    for (JsonCursor transaction : order.at("transactions").items()) {
      boolean card = word(transaction.at("gateway")).equals("gift_card");
      if (card && counts(transaction, Set.of("sale", "capture")) && inShopCurrency(transaction)) {
        cards.add(transaction.at("amount").positive(currency));
      }
    }
    return cards;
  }

  @Nullable Money buyerTotal() {
    JsonCursor shown = order.at("total_price_set").at("presentment_money");
    return shown.present() ? shown.at("amount").money(shown.at("currency_code").currency()) : null;
  }

  private @Nullable Money sum(List<JsonCursor> transactions, Set<String> kinds) {
    Money sum = Money.zero(currency);
    for (JsonCursor transaction : transactions) {
      if (counts(transaction, kinds)) {
        if (!inShopCurrency(transaction)) {
          return null;
        }
        sum = sum.plus(transaction.at("amount").positive(currency));
      }
    }
    return sum;
  }

  private static boolean counts(JsonCursor transaction, Set<String> kinds) {
    return kinds.contains(word(transaction.at("kind"))) && word(transaction.at("status")).equals("success");
  }

  private boolean inShopCurrency(JsonCursor transaction) {
    String code = word(transaction.at("currency"));
    return code.isEmpty() || code.equals(currency.getCurrencyCode());
  }

  private boolean onTerms() {
    return TERMS.contains(word(order.at("payment_terms").at("payment_terms_type")));
  }

  private static String word(JsonCursor cursor) {
    String word = cursor.textOrNull(WORD_CHARS_MAX);
    return word == null ? "" : word;
  }
}
