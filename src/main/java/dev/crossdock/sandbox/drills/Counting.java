package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Outlet;
import java.util.List;

/** Things that nobody buys, listed at some accounts, whose stock can be counted anew. */
interface Counting {

  List<Outlet> outlets();

  /** SKUs nobody buys. */
  List<String> probes();

  /** Counts a thing anew. */
  void count(String sku, int units);
}
