package archfixture.channels.adapters.json;

/** For all adapters. */
public record Json() {}
