package dev.crossdock.sandbox.drills.nodes;

import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.kit.Folders;
import dev.crossdock.sandbox.drills.kit.Jvm;
import dev.crossdock.sandbox.drills.kit.Meters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A PostgreSQL, and nodes in processes of their own on it, all of them known to a proxy. */
final class Fleet implements AutoCloseable {

  static final String KEY = "drill-key-0123456789abcdef0123456789";

  private static final String VAULT_KEY = "0123456789abcdef".repeat(4);
  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final long STOP_SECONDS_MAX = 90;

  private final Path folder;
  private final Databases.Running postgres;
  private final Balancer balancer;
  private final String allowedTarget;
  private final Map<Integer, Process> processes = new HashMap<>();
  private final Map<Integer, URI> addresses = new TreeMap<>();

  Fleet(Databases databases, Balancer balancer, String allowedTarget) {
    try {
      this.folder = Files.createTempDirectory("crossdock-nodes-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder could be made", e);
    }
    this.postgres = databases.start(folder.resolve("database"));
    this.balancer = balancer;
    this.allowedTarget = allowedTarget;
  }

  /** Starts a node on its folder, and tells the proxy once it answers. */
  void start(int node) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("start", "--port", "0", "--bind", "127.0.0.1"));
    arguments.addAll(List.of("--data", data(node), "--log-to", "file", "--allow-targets", allowedTarget));
    arguments.addAll(List.of("--drain-seconds", "2", "--db-url", postgres.database().jdbcUrl()));
    Process started = Jvm.start(folder, Jvm.CROSSDOCK, arguments, environment());
    processes.put(node, started);
    URI address = URI.create("http://127.0.0.1:" + Jvm.readyPort(started, START_MAX));
    addresses.put(node, address);
    balancer.add(address);
  }

  /** As a power cut would; the proxy finds out by itself. */
  void kill(int node) throws InterruptedException {
    process(node).destroyForcibly().waitFor();
    balancer.remove(address(node));
  }

  /** As an operator would; the proxy finds out by itself. */
  void stop(int node) throws InterruptedException {
    process(node).destroy();
    if (!process(node).waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new IllegalStateException("node " + (node + 1) + " does not end");
    }
    balancer.remove(address(node));
  }

  Databases.Database database() {
    return postgres.database();
  }

  /** Under which a node has what it works on. */
  String name(int node) {
    try {
      return Files.readString(Path.of(data(node), "node.name")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("node " + (node + 1) + " has no name", e);
    }
  }

  /** How often each node has run a timer since it began. */
  Map<Integer, Double> runs(String timer) {
    Map<Integer, Double> runs = new TreeMap<>();
    addresses.forEach(
        (node, address) -> {
          try (Product one = new Product(address, KEY)) {
            runs.put(node, Meters.of(one).total("crossdock_job_runs_total", "job=\"" + timer + "\""));
          }
        });
    return runs;
  }

  /** What {@code crossdock check} said. */
  record Checked(int exit, String words) {}

  Checked stopAndCheck() throws InterruptedException {
    for (int node : List.copyOf(processes.keySet())) {
      stop(node);
    }
    List<String> arguments = List.of("check", "--data", data(0), "--db-url", postgres.database().jdbcUrl());
    Process check = Jvm.start(folder, Jvm.CROSSDOCK, arguments, environment());
    try (BufferedReader lines = check.inputReader()) {
      String words = lines.lines().collect(Collectors.joining("\n"));
      return new Checked(check.waitFor(), words);
    } catch (IOException e) {
      throw new UncheckedIOException("the check could not be heard", e);
    }
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroyForcibly);
    postgres.close();
    Folders.delete(folder);
  }

  private Map<String, String> environment() {
    Databases.Database database = postgres.database();
    return Map.of(
        "CROSSDOCK_BOOTSTRAP_API_KEY", KEY, "CROSSDOCK_VAULT_KEY", VAULT_KEY,
        "CROSSDOCK_DB_USER", database.user(), "CROSSDOCK_DB_PASSWORD", database.password());
  }

  private Process process(int node) {
    Process process = processes.get(node);
    if (process == null) {
      throw new IllegalStateException("node " + (node + 1) + " was not started");
    }
    return process;
  }

  private URI address(int node) {
    URI address = addresses.get(node);
    if (address == null) {
      throw new IllegalStateException("node " + (node + 1) + " was not started");
    }
    return address;
  }

  private String data(int node) {
    return folder.resolve("node-" + (node + 1)).toString();
  }
}
