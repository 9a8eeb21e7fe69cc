package archfixture.platform.time;

import archfixture.platform.ids.Ids;

/** Runs in a circle with the ids. */
public record Clock(Ids ids) {}
