package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.util.List;

/**
 * Something paid besides the lines.
 *
 * @param code the service or reason as the channel names it: {@code Standard}, {@code Gift wrap}
 * @param amount before discount
 * @param discount taken off this charge, positive
 */
public record IncomingCharge(Kind kind, String code, Money amount, Money discount, List<IncomingTax> taxes) {

  public IncomingCharge {
    taxes = List.copyOf(taxes);
  }

  /** The kinds of charge. */
  public enum Kind {
    SHIPPING,
    DUTY,
    FEE,
    GIFT_WRAP,
    TIP
  }
}
