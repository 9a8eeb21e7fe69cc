package dev.crossdock.console.kit;

/**
 * When something has to be done by.
 *
 * @param role neutral while there is time, warning when it gets short, critical when it is late
 */
public record Deadline(Role role, When when) {

  /** How long there is left, or how late it is: {@code in 48 min}, {@code 2 h late}. */
  public String left() {
    return late() ? when.relative().replace(" ago", " late") : when.relative();
  }

  public boolean late() {
    return role == Role.CRITICAL;
  }
}
