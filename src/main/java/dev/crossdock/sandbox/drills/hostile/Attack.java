package dev.crossdock.sandbox.drills.hostile;

import dev.crossdock.sandbox.drills.hostile.Forgers.Tally;
import dev.crossdock.sandbox.drills.kit.Jvm;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The process of the forgers, seen from the drill. */
final class Attack implements AutoCloseable {

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader tallies;

  private Attack(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
    this.tallies = process.inputReader();
  }

  static Attack on(int port, Path folder) {
    return new Attack(Jvm.start(folder, Forgers.class.getName(), List.of(Integer.toString(port)), Map.of()));
  }

  long pid() {
    return process.pid();
  }

  /** From now on, so many forged messages a second for so many seconds. */
  void begin(int perSecond, int seconds) {
    try {
      orders.write(perSecond + " " + seconds);
      orders.newLine();
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the forgers can't be told to begin", e);
    }
  }

  /** Waits until they are done with it. */
  Tally end() {
    try {
      String line = tallies.readLine();
      if (line == null) {
        throw new IllegalStateException("the forgers ended early");
      }
      return Tally.read(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the forgers can't be heard", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
