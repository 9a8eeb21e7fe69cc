package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One tax on a line or a charge.
 *
 * @param rate as a fraction, 0.19 for 19 %; null where the channel gives only the amount
 * @param channelRemits true when the channel collects and pays it (marketplace facilitator, deemed supplier)
 */
public record IncomingTax(String title, @Nullable BigDecimal rate, Money amount, boolean channelRemits) {}
