package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Reservation;
import java.util.ArrayList;
import java.util.List;

/** Reservations that a transaction gives back when it locks its levels. */
final class LastReleases {

  private final List<Reservation> given = new ArrayList<>();

  void add(List<Reservation> more) {
    given.addAll(more);
  }

  /** What is to be given back now; it is given back once. */
  List<Reservation> take() {
    List<Reservation> all = List.copyOf(given);
    given.clear();
    return all;
  }
}
