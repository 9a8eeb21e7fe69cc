package dev.crossdock.platform.db;

/**
 * Who caused a change.
 *
 * @param id the person's sign-in name, the API key's id, the channel account, the rule or the timer; never personal
 *     data of a buyer
 */
public record Actor(Kind kind, String id) {

  public enum Kind {
    PERSON,
    API_KEY,
    CHANNEL,
    RULE,
    TIMER,
    SYSTEM
  }

  public static Actor system(String part) {
    return new Actor(Kind.SYSTEM, part);
  }

  public static Actor channel(String channel, String account) {
    return new Actor(Kind.CHANNEL, channel + "/" + account);
  }
}
