package dev.crossdock.routing.reach;

import dev.crossdock.routing.facts.OrderFacts;
import java.time.Instant;

/** An order as rules see it, and when it came: then they are asked. */
record Seen(OrderFacts facts, Instant came) {}
