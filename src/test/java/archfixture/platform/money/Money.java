package archfixture.platform.money;

/** Allowed to everybody. */
public record Money(long minor) {}
