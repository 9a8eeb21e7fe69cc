package dev.crossdock.sandbox.drills.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network between two programs that breaks when it is told to: passes bytes from a port of this machine to a target,
 * and cuts, refuses, freezes or loses an answer. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

  private static final int BACKLOG = 512;
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int CONNECT_MAX_MILLIS = 2_000;
  private static final long THAW_LOOK_NANOS = 5_000_000;

  private final ServerSocket listening;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicLong frozenUntil = new AtomicLong(System.nanoTime());
  private final AtomicReference<byte @Nullable []> losing = new AtomicReference<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile InetSocketAddress target;
  private volatile boolean refusing;

  private TcpProxy(ServerSocket listening, InetSocketAddress target) {
    this.listening = listening;
    this.target = target;
  }

  /** What has passed so far: connections opened, connections broken on purpose, answers lost, and bytes. */
  public record Passed(long opened, long broken, long lost, long bytes) {}

  /** Opens one on a free port of this machine. */
  public static TcpProxy to(InetSocketAddress target) {
    try {
      ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
      TcpProxy proxy = new TcpProxy(listening, target);
      Thread.ofVirtual().name("proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("the proxy found no port", e);
    }
  }

  /** The port to call instead of the target. */
  public int port() {
    return listening.getLocalPort();
  }

  /** From now on new connections lead there. */
  public void target(InetSocketAddress next) {
    target = next;
  }

  /** Ends every connection that is open now, as a reset does. */
  public void cut() {
    links.forEach(Link::reset);
  }

  /** From now on new connections are ended as soon as they are made. */
  public void refuse() {
    refusing = true;
  }

  /** New connections are passed on again. */
  public void admit() {
    refusing = false;
  }

  /** No byte passes for so long, in either direction; then all of them do. */
  public void freeze(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    frozenUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }

  /**
   * The next answer of the target that holds these bytes never arrives, and its connection ends: the sender can't know
   * whether what it asked for was done. An answer that comes in pieces is passed on.
   */
  public void loseAnswerWith(byte[] marker) {
    losing.set(marker.clone());
  }

  public Passed passed() {
    return new Passed(opened.get(), broken.get(), lost.get(), bytes.get());
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links.forEach(Link::reset);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket caller = listening.accept();
        Thread.ofVirtual().name("proxy").start(() -> connect(caller));
      } catch (IOException e) {
        // Closed, and the loop ends; or one caller gave up, and the next may come.
      }
    }
  }

  private void connect(Socket caller) {
    Link link = new Link(caller, new Socket());
    if (refusing) {
      link.reset();
      return;
    }
    links.add(link);
    try {
      link.answering.connect(target, CONNECT_MAX_MILLIS);
      caller.setTcpNoDelay(true);
      link.answering.setTcpNoDelay(true);
    } catch (IOException e) {
      link.end();
      return;
    }
    opened.incrementAndGet();
    Thread.ofVirtual().name("proxy").start(() -> link.pass(link.answering, caller, true));
    link.pass(caller, link.answering, false);
  }

  private void waitUntilThawed() {
    while (frozenUntil.get() - System.nanoTime() > 0) {
      LockSupport.parkNanos(THAW_LOOK_NANOS);
    }
  }

  private boolean isToBeLost(byte[] chunk, int length) {
    byte[] marker = losing.get();
    return marker != null && holds(chunk, length, marker) && losing.compareAndSet(marker, null);
  }

  private static boolean holds(byte[] chunk, int length, byte[] marker) {
    for (int from = 0; from + marker.length <= length; from++) {
      if (Arrays.equals(chunk, from, from + marker.length, marker, 0, marker.length)) {
        return true;
      }
    }
    return false;
  }

  /** One connection, both ways. */
  private final class Link {

    private final Socket calling;
    private final Socket answering;

    Link(Socket calling, Socket answering) {
      this.calling = calling;
      this.answering = answering;
    }

    void pass(Socket from, Socket to, boolean isAnswer) {
      byte[] chunk = new byte[CHUNK_BYTES];
      try (from; to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
          waitUntilThawed();
          if (isAnswer && isToBeLost(chunk, length)) {
            lost.incrementAndGet();
            reset();
            return;
          }
          bytes.addAndGet(length);
          out.write(chunk, 0, length);
        }
      } catch (IOException e) {
        // One side has gone, so the other has nobody to talk to: closing both is all that is left.
      } finally {
        links.remove(this);
      }
    }

    /** With a reset, so that neither side takes it for an orderly end. */
    void reset() {
      broken.incrementAndGet();
      lingerNot(calling);
      lingerNot(answering);
      end();
    }

    private void lingerNot(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (SocketException e) {
        // It is closed already.
      }
    }

    void end() {
      links.remove(this);
      try (calling; answering) {
        // Closing them is all.
      } catch (IOException e) {
        // What can't be closed is closed.
      }
    }
  }
}
