package archfixture.orders.internal;

import archfixture.platform.money.Money;

/** Private to orders. */
public record Secret(Money money) {}
