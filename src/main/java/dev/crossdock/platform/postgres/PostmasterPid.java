package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a running server says about itself in {@code postmaster.pid}: its process on line 1, the second it
 * started on line 3, its state on line 8 (PostgreSQL's {@code pidfile.h}).
 */
record PostmasterPid(long pid, String startedAt, String status) {

  private static final int STARTED_LINE = 2;
  private static final int STATUS_LINE = 7;

  /** The process of a cluster that has no such file, or one that is just being written. */
  static final PostmasterPid NONE = new PostmasterPid(0, "", "");

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static PostmasterPid read(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(cluster));
      if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
        return NONE;
      }
      return new PostmasterPid(Long.parseLong(lines.getFirst().strip()), line(lines, STARTED_LINE),
          line(lines, STATUS_LINE));
    } catch (NoSuchFileException e) {
      return NONE;
    }
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }

  boolean isReady() {
    return status.equals("ready");
  }
}
