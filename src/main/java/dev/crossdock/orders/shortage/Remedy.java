package dev.crossdock.orders.shortage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that would settle a line sold without stock.
 *
 * @param words what it would be, for a person
 * @param parameters what a command needs to do it, in plain values: whole numbers, texts, days
 */
public record Remedy(Kind kind, String words, Map<String, Object> parameters) {

  /** What can be done. */
  public enum Kind {
    /** A location has it that the rules do not send this order to. */
    OTHER_LOCATION,
    /** Units are on their way between locations, or could be sent. */
    TRANSFER,
    /** Something else that is there. */
    SUBSTITUTE,
    /** Promise it for the day it comes. */
    BACKORDER,
    /** Take it from an order of lower priority. */
    DISPLACE,
    /** Cancel it while the channel does not count that against us. */
    CANCEL
  }

  public Remedy {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
