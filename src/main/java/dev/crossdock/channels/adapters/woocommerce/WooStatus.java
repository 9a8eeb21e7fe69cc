package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.Arrays;

/**
 * A shop's one status, which says everything at once, taken apart. Shops add statuses of their own; an order in one of
 * those waits, unless the account says that it means ready.
 */
record WooStatus(String word, Stage stage) {

  static final String READY_STATUSES = "readyStatuses";

  private static final int WORD_CHARS_MAX = 60;

  /** How far an order has come. */
  enum Stage {
    DRAFT,
    TRASHED,
    WAITING,
    READY,
    /** Sent; the money may have gone back since. */
    SHIPPED,
    FAILED,
    CANCELLED,
    /** The money went back before anything was sent, so nothing will be. */
    REFUNDED
  }

  static WooStatus of(JsonCursor order, AccountSettings account) {
    String text = order.at("status").text(WORD_CHARS_MAX);
    String word = text.startsWith("wc-") ? text.substring("wc-".length()) : text;
    Stage stage = stage(word, account);
    boolean sent = stage == Stage.REFUNDED && order.at("date_completed_gmt").present();
    return new WooStatus(word, sent ? Stage.SHIPPED : stage);
  }

  private static Stage stage(String word, AccountSettings account) {
    return switch (word) {
      case "draft", "auto-draft", "checkout-draft" -> Stage.DRAFT;
      case "trash" -> Stage.TRASHED;
      case "processing" -> Stage.READY;
      case "completed", "shipped", "delivered" -> Stage.SHIPPED;
      case "failed" -> Stage.FAILED;
      case "cancelled" -> Stage.CANCELLED;
      case "refunded" -> Stage.REFUNDED;
      default -> isReady(word, account) ? Stage.READY : Stage.WAITING;
    };
  }

  /**
   * How far payment has come. A shop moves an unpaid order on to ready only when it means to be paid later: cash on
   * delivery, an invoice.
   */
  Payment payment(JsonCursor order, Money total, Money refunded) {
    if (word.equals("refunded")) {
      return Payment.REFUNDED;
    }
    if (order.at("date_paid_gmt").present() || order.at("date_paid").present()) {
      return paid(total, refunded);
    }
    return switch (stage) {
      case REFUNDED -> Payment.REFUNDED;
      case FAILED -> Payment.FAILED;
      case CANCELLED, TRASHED -> Payment.NONE;
      case READY, SHIPPED -> total.isZero() ? Payment.PAID : Payment.ON_TERMS;
      case DRAFT, WAITING -> Payment.PENDING;
    };
  }

  private static Payment paid(Money total, Money refunded) {
    if (!total.isZero() && refunded.compareTo(total) >= 0) {
      return Payment.REFUNDED;
    }
    return refunded.isZero() ? Payment.PAID : Payment.PARTIALLY_REFUNDED;
  }

  private static boolean isReady(String word, AccountSettings account) {
    return Arrays.asList(account.setting(READY_STATUSES, "").strip().split("\\s*,\\s*")).contains(word);
  }
}
