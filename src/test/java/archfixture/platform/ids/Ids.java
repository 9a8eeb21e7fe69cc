package archfixture.platform.ids;

import archfixture.platform.time.Clock;

/** Runs in a circle with the clock. */
public record Ids(Clock clock) {}
