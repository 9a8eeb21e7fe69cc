package dev.crossdock.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns a host name into addresses. */
@FunctionalInterface
interface Resolver {

  InetAddress[] resolve(String host) throws UnknownHostException;

  /** The system's resolver. */
  static Resolver system() {
    return InetAddress::getAllByName;
  }

  /** Resolves within a time: a resolver that hangs is left to itself on a thread of its own. */
  default InetAddress[] resolve(String host, Duration within) throws IOException {
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> resolve(host));
    Thread.ofVirtual().name("resolve").start(lookup);
    try {
      return lookup.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException("the host name does not resolve", failed.getCause());
    } catch (TimeoutException _) {
      throw new UnknownHostException("the host name did not resolve within " + within.toMillis() + " ms");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while resolving", interrupted);
    }
  }
}
