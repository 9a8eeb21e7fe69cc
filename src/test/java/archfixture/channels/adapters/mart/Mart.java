package archfixture.channels.adapters.mart;

import archfixture.channels.Channel;
import archfixture.channels.adapters.json.Json;
import archfixture.platform.money.Money;

/** Uses what an adapter may use. */
public record Mart(Channel channel, Json json, Money money) {}
