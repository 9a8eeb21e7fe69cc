package dev.crossdock.console.kit;

/**
 * When something has to be done by.
 *
 * @param role neutral while there is time, warning when it gets short, critical when it is late
 */
public record Deadline(Role role, When when) {

  public boolean late() {
    return role == Role.CRITICAL;
  }
}
