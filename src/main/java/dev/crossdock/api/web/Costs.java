package dev.crossdock.api.web;

import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What a unit costs, as callers give it. */
public final class Costs {

  private static final UnitCost WRONG = new UnitCost(-1, "");

  private Costs() {}

  /** Null stays null; what is no amount becomes one that no rule lets pass. */
  public static @Nullable UnitCost of(@Nullable Amount amount) {
    if (amount == null) {
      return null;
    }
    try {
      Money money = Money.of(new BigDecimal(amount.amount()), Currency.getInstance(amount.currency()));
      return new UnitCost(money.minor(), amount.currency());
    } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
      return WRONG;
    }
  }
}
