package archfixture.catalog;

/** Open to inventory. */
public record Products() {}
