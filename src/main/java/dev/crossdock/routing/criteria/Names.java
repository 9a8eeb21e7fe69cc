package dev.crossdock.routing.criteria;

/** What a text in a parameter is the name of: it says what is valid, and what an editor offers. */
public enum Names {
  ANYTHING,
  /** ISO 3166-1 alpha-2. */
  COUNTRY,
  /** ISO 3166-1 alpha-2, or ISO 3166-2 as in {@code US-UT}. */
  DESTINATION,
  /** ISO 4217. */
  CURRENCY,
  LOCATION,
  LOCATION_TAG,
  ITEM_TAG,
  PROGRAMME,
  CARRIER
}
