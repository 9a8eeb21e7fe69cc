package archfixture.platform.journal.internal;

/** Private to the journal. */
public record Sealed() {}
