package dev.crossdock.routing.conditions;

/** Whether something is so. What is not known is neither so nor not so, whichever way it is asked. */
enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(boolean so) {
    return so ? YES : NO;
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
