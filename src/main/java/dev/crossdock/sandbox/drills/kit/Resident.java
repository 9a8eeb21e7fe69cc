package dev.crossdock.sandbox.drills.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a process holds, as Linux tells it (proc_pid_status(5)). */
public final class Resident {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final double KIB_A_MIB = 1_024;

  private Resident() {}

  /** In MiB; nothing where the system does not tell. */
  public static OptionalDouble mib(long pid) {
    try {
      Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
      return found.find() ? OptionalDouble.of(Long.parseLong(found.group(1)) / KIB_A_MIB) : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }
}
