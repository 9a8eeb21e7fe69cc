package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.Traffic;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a drill was asked to do.
 *
 * @param url an installation that runs already; null for a throw-away one
 * @param key its API key
 * @param json where to write the result; null for nowhere
 * @param seed the same seed makes the same orders and the same accidents
 * @param crowd for drills in which buyers come
 * @param scenarios a folder of more scenarios; null for none
 * @param load for drills that send orders at a rate
 * @param breaking for drills that break the installation
 */
public record DrillArguments(
    @Nullable URI url, String key, @Nullable Path json, Optional<Integer> orders, int senders, long seed,
    Crowd crowd, @Nullable Path scenarios, Load load, Breaking breaking) {

  private static final List<String> KNOWN =
      List.of("url", "key", "json", "orders", "senders", "seed", "buyers", "seconds", "units", "scenarios",
          "rate", "channels", "faults");
  /** These take no value. */
  private static final List<String> SWITCHES = List.of("quick", "hot");
  private static final int SENDERS_USUAL = 16;
  private static final int SENDERS_MAX = 512;
  private static final int FAULTS_MAX = 10_000;
  private static final int ORDERS_MAX = 1_000_000;

  /** So many buyers come within so many seconds for so many units. */
  public record Crowd(int buyers, int seconds, int units) {

    private static final Crowd USUAL = new Crowd(10_000, 30, 100);
    private static final Crowd MOST = new Crowd(1_000_000, 3_600, 1_000_000);
  }

  /**
   * Orders at a rate.
   *
   * @param rate orders a second; empty to look for the highest that holds
   * @param seconds how long
   * @param channels of how many channels, 1 to 3
   * @param demand what their buyers want
   */
  public record Load(Optional<Integer> rate, int seconds, int channels, Traffic.Demand demand) {

    private static final int RATE_MAX = 100_000;
    private static final int SECONDS_USUAL = 60;
    private static final int CHANNELS_MAX = 3;
  }

  /**
   * How an installation is broken.
   *
   * @param faults how often; empty for as often as usual
   * @param quick only in ways that take little time, and under little load
   */
  public record Breaking(Optional<Integer> faults, boolean quick) {}

  /** What reading them gave. */
  public sealed interface Read {}

  public record Understood(DrillArguments arguments) implements Read {}

  public record Misunderstood(List<String> complaints) implements Read {}

  /** Reads {@code --name value} and {@code --name=value}. */
  public static Read read(List<String> arguments, Map<String, String> environment) {
    List<String> complaints = new ArrayList<>();
    Map<String, String> given = given(arguments, complaints);
    Optional<Integer> orders = whole("orders", given, ORDERS_MAX, complaints);
    Breaking breaking =
        new Breaking(whole("faults", given, FAULTS_MAX, complaints), given.containsKey("quick"));
    int senders = whole("senders", given, SENDERS_MAX, complaints).orElse(SENDERS_USUAL);
    int seed = whole("seed", given, Integer.MAX_VALUE, complaints).orElse(1);
    Crowd crowd =
        new Crowd(
            whole("buyers", given, Crowd.MOST.buyers(), complaints).orElse(Crowd.USUAL.buyers()),
            whole("seconds", given, Crowd.MOST.seconds(), complaints).orElse(Crowd.USUAL.seconds()),
            whole("units", given, Crowd.MOST.units(), complaints).orElse(Crowd.USUAL.units()));
    Load load =
        new Load(
            whole("rate", given, Load.RATE_MAX, complaints),
            whole("seconds", given, Crowd.MOST.seconds(), complaints).orElse(Load.SECONDS_USUAL),
            whole("channels", given, Load.CHANNELS_MAX, complaints).orElse(Load.CHANNELS_MAX),
            given.containsKey("hot") ? Traffic.Demand.ONE_SKU : Traffic.Demand.SPREAD);
    String key = given.getOrDefault("key", environment.getOrDefault("CROSSDOCK_BOOTSTRAP_API_KEY", ""));
    if (given.containsKey("url") && key.isEmpty()) {
      complaints.add("--url needs --key, an API key of that installation");
    }
    if (!complaints.isEmpty()) {
      return new Misunderstood(complaints);
    }
    URI url = given.containsKey("url") ? URI.create(given.getOrDefault("url", "")) : null;
    Path json = given.containsKey("json") ? Path.of(given.getOrDefault("json", "")) : null;
    Path scenarios = given.containsKey("scenarios") ? Path.of(given.getOrDefault("scenarios", "")) : null;
    return new Understood(new DrillArguments(url, key, json, orders, senders, seed, crowd, scenarios, load, breaking));
  }

  private static Map<String, String> given(List<String> arguments, List<String> complaints) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = argument.replaceFirst("^--", "").replaceFirst("=.*", "");
      if (SWITCHES.contains(name) && argument.equals("--" + name)) {
        given.put(name, "");
      } else if (!argument.startsWith("--") || !KNOWN.contains(name)) {
        complaints.add(
            argument + " is not known; there are --" + String.join(", --", KNOWN) + ", --"
                + String.join(", --", SWITCHES));
      } else if (equals >= 0) {
        given.put(name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        given.put(name, arguments.get(++i));
      } else {
        complaints.add(argument + " needs a value");
      }
    }
    return given;
  }

  private static Optional<Integer> whole(String name, Map<String, String> given, int max, List<String> complaints) {
    String text = given.get(name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<Integer> number =
        text.matches("\\d{1,10}") && Long.parseLong(text) <= max && Long.parseLong(text) > 0
            ? Optional.of(Integer.valueOf(text))
            : Optional.empty();
    if (number.isEmpty()) {
      complaints.add("--" + name + " is a whole number from 1 to " + max);
    }
    return number;
  }
}
