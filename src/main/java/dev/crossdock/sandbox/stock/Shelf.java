package dev.crossdock.sandbox.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What one simulated account has listed, how many units of it buyers see, and what is wrong with it today. Buyers buy
 * by these counters and know nothing of the product. Thread-safe.
 */
public final class Shelf {

  private static final long FIRST_ID = 70_000;

  private final Map<String, Listed> listed = new LinkedHashMap<>();
  private final Map<Long, Listed> byId = new HashMap<>();
  private final Map<Long, Map<String, Counter>> counters = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private Pace pace = Pace.INSTANT;
  private int throttled;
  private boolean open;

  /** A listing, under the channel's own id. */
  record Listed(String sku, long id) {}

  /** Hears each number that the channel is told, as it arrives. */
  public interface Ear {
    void told(String sku, String location, int units, long atNanos);
  }

  /** Lists these, with nothing to sell until the channel is told. */
  public synchronized void list(Iterable<String> skus) {
    for (String sku : skus) {
      if (!listed.containsKey(sku)) {
        Listed one = new Listed(sku, FIRST_ID + listed.size());
        listed.put(sku, one);
        byId.put(one.id(), one);
      }
    }
  }

  public synchronized void pace(Pace next) {
    pace = next;
  }

  /** Sells what it was never told a number of, as much as anybody wants. */
  public synchronized void sellsWhatItWasNeverTold() {
    open = true;
  }

  /** Refuses each number for this SKU from now on, with these words. */
  public synchronized void refuse(String sku, String words) {
    refused.put(sku, words);
  }

  /** Answers so many calls with its rate limit. */
  public synchronized void throttle(int calls) {
    throttled = calls;
  }

  /** Changes what it shows, as somebody does at the channel by hand. */
  public synchronized void drift(String sku, String location, int by) {
    find(sku).ifPresent(one -> counter(one, location).add(by, System.nanoTime()));
  }

  public void hear(Ear ear) {
    ears.add(ear);
  }

  /** The units buyers see, at all locations together. */
  public synchronized int shown(String sku) {
    long now = System.nanoTime();
    return find(sku)
        .map(one -> counters.getOrDefault(one.id(), Map.of()))
        .map(places -> places.values().stream().mapToInt(counter -> Math.max(0, counter.units(now))).sum())
        .orElse(0);
  }

  /** A buyer takes these units by SKU, if all of them are shown; whether they were. */
  public synchronized boolean sell(Map<String, Integer> basket) {
    long now = System.nanoTime();
    List<Runnable> taken = new ArrayList<>();
    for (Map.Entry<String, Integer> line : basket.entrySet()) {
      int units = line.getValue();
      Map<String, Counter> places =
          find(line.getKey()).map(one -> counters.getOrDefault(one.id(), Map.<String, Counter>of())).orElse(Map.of());
      Optional<Counter> enough = places.values().stream().filter(each -> each.units(now) >= units).findFirst();
      boolean neverTold = places.values().stream().noneMatch(counter -> counter.told(now));
      if (enough.isEmpty() && !(open && neverTold)) {
        return false;
      }
      enough.ifPresent(counter -> taken.add(() -> counter.add(-units, now)));
    }
    taken.forEach(Runnable::run);
    return true;
  }

  Pace pace() {
    synchronized (this) {
      return pace;
    }
  }

  synchronized Optional<Listed> find(String sku) {
    return Optional.ofNullable(listed.get(sku));
  }

  synchronized Optional<Listed> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether this call meets the rate limit. */
  synchronized boolean isThrottled() {
    if (throttled > 0) {
      throttled--;
      return true;
    }
    return false;
  }

  /** Why the channel would not take a number for this; empty when it would. */
  synchronized Optional<String> objection(Listed one) {
    return Optional.ofNullable(refused.get(one.sku()));
  }

  void tell(Listed one, String location, int units) {
    long now = System.nanoTime();
    synchronized (this) {
      counter(one, location).tell(units, now + pace.shown().toNanos());
    }
  }

  /** Something was asked to be set, whatever becomes of it. */
  void heard(Listed one, String location, int units, long atNanos) {
    ears.forEach(ear -> ear.told(one.sku(), location, units, atNanos));
  }

  synchronized boolean isStocked(Listed one, String location) {
    return counters.getOrDefault(one.id(), Map.of()).containsKey(location);
  }

  synchronized Optional<Integer> units(Listed one, String location) {
    long now = System.nanoTime();
    return Optional.ofNullable(counters.getOrDefault(one.id(), Map.of()).get(location))
        .map(counter -> counter.units(now));
  }

  /** Lets the time pass that the channel takes to answer. */
  void pause() {
    Duration answer = pace().answer();
    try {
      Thread.sleep(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Counter counter(Listed one, String location) {
    return counters.computeIfAbsent(one.id(), _ -> new LinkedHashMap<>()).computeIfAbsent(location, _ -> new Counter());
  }
}
