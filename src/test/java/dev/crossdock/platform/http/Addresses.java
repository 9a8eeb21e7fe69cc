package dev.crossdock.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses from literals, which need no resolving. */
final class Addresses {

  private Addresses() {}

  static InetAddress of(String literal) {
    try {
      return InetAddress.getAllByName(literal)[0];
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** A resolver for which every name means these addresses. */
  static Resolver resolvingTo(String... literals) {
    return _ -> {
      InetAddress[] all = new InetAddress[literals.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = of(literals[i]);
      }
      return all;
    };
  }
}
