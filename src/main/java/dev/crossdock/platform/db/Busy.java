package dev.crossdock.platform.db;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;

/** Tells failures that pass by themselves from others. */
public final class Busy {

  private static final Set<String> STATES = Set.of("55P03", "40P01"); // lock_not_available, deadlock_detected

  private Busy() {}

  /** Whether work that goes on was in the way: a lock was not to be had in time, or two wanted each other's. */
  public static boolean was(Exception failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
        && STATES.contains(Objects.requireNonNullElse(cause.getSQLState(), ""));
  }
}
