package dev.crossdock.routing.conditions;

/** The values that a test lets pass; what conditions are evaluated with, and what is proved about them. */
sealed interface Domain permits WordDomain, NumberDomain, SetDomain, Domain.Unknown {

  /** Only what is not known. */
  record Unknown() implements Domain {
    @Override
    public boolean has(Object value) {
      return false;
    }

    @Override
    public Domain and(Domain other) {
      return other instanceof Unknown ? this : WordDomain.NOTHING;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public boolean within(Domain other) {
      return other instanceof Unknown;
    }
  }

  /** Whether a value that is known passes. */
  boolean has(Object value);

  /** What passes both; of one field, or one of them is {@link Unknown}. */
  Domain and(Domain other);

  /** Whether surely nothing passes. */
  boolean isEmpty();

  /** Whether all that passes this surely passes the other. */
  boolean within(Domain other);
}
