package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order costs, once it is decided how its amounts are meant. */
record Costs(
    List<IncomingLine> lines, List<IncomingCharge> charges, @Nullable Money total, boolean pricesIncludeTax) {}
