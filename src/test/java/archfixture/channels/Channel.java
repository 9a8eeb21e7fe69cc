package archfixture.channels;

/** The port. */
public record Channel() {}
