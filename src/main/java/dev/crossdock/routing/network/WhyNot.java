package dev.crossdock.routing.network;

/** Why a rate card does not carry something. */
public enum WhyNot {
  FROM("It does not carry from this location."),
  NOT_YET("It is not valid yet."),
  ENDED("It is not valid any more."),
  TOO_HEAVY("The parcel is too heavy."),
  TOO_LONG("The parcel is too long."),
  OVERSIZE("It carries no bulky goods."),
  HAZMAT("It carries no dangerous goods."),
  POSTAL_CODE_UNKNOWN("Its zones need the postal code, which is not known or can't be read."),
  NO_ZONE("It does not go there."),
  ANOTHER_CARD("Another card of the same service comes first.");

  private final String sentence;

  WhyNot(String sentence) {
    this.sentence = sentence;
  }

  /** The reason for people. */
  public String sentence() {
    return sentence;
  }
}
