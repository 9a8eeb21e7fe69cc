package dev.crossdock.routing.criteria;

import org.jspecify.annotations.Nullable;

/** What a filter says of a place. */
public sealed interface Ruling {

  /**
   * It stays. Filters that have no opinion say so with the same object, so that a thousand places cost nothing.
   *
   * @param unsure a clause that follows the place's name, where it stays although something is not known: {@code has no
   *     coordinates, so nobody can tell how far away it is}; null where everything is known
   */
  record Stays(@Nullable String unsure) implements Ruling {

    public Stays() {
      this(null);
    }
  }

  Stays STAYS = new Stays();

  /**
   * It is out.
   *
   * @param because a clause that follows the place's name: {@code is 612 km away, and 500 km is the limit}
   * @param unless the smallest change that would let it in: {@code if the limit were 612 km}; null where there is none
   */
  record Out(String because, @Nullable String unless) implements Ruling {}
}
