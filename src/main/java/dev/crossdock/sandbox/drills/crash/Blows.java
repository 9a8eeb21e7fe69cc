package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.TcpProxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Does to a world what a fault says, and returns when that is over: what comes then is recovery. */
final class Blows {

  private static final Duration NETWORK_DOWN = Duration.ofSeconds(2);
  private static final Duration PAUSED = Duration.ofSeconds(2);
  private static final Duration WRONG = Duration.ofSeconds(3);
  private static final Duration JUMP = Duration.ofMinutes(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  /** The message with which PostgreSQL says that it has committed, as its protocol has it. */
  private static final byte[] COMMITTED = "C\0\0\0\013COMMIT\0".getBytes(StandardCharsets.ISO_8859_1);

  private final World world;

  Blows(World world) {
    this.world = world;
  }

  void strike(Fault fault) throws InterruptedException {
    switch (fault) {
      case NODE_KILLED -> {
        world.node().kill();
        world.startNode();
      }
      case DATABASE_KILLED -> Signals.send("KILL", world.postmaster());
      case BOTH_KILLED -> {
        Signals.send("KILL", world.postmaster());
        world.node().kill();
        world.startNode();
      }
      case GENERATOR_KILLED -> {
        world.load().kill();
        world.load().start();
        world.load().go();
      }
      case CONNECTIONS_CUT -> world.networks().forEach(TcpProxy::cut);
      case ANSWER_LOST -> loseAnAnswer();
      case NETWORK_FROZEN -> {
        world.networks().forEach(network -> network.freeze(NETWORK_DOWN));
        Thread.sleep(NETWORK_DOWN);
      }
      case DATABASE_UNREACHABLE -> hideTheDatabase();
      case DATABASE_RESTARTED -> Signals.send("INT", world.postmaster());
      case NODE_PAUSED -> {
        world.node().signal("STOP");
        Thread.sleep(PAUSED);
        world.node().signal("CONT");
      }
      case CLOCK_FORWARD -> jump(JUMP);
      case CLOCK_BACK -> jump(JUMP.negated());
      case DISK_FAILING -> FailingDisk.fail(world.postmaster(), world.disk().resolveSibling("strace.log"), WRONG);
      case DISK_FULL -> fillTheDisk();
    }
  }

  private void hideTheDatabase() throws InterruptedException {
    world.toDatabase().refuse();
    world.toDatabase().cut();
    Thread.sleep(NETWORK_DOWN);
    world.toDatabase().admit();
  }

  private void loseAnAnswer() throws InterruptedException {
    long before = world.toDatabase().passed().lost();
    world.toDatabase().loseAnswerWith(COMMITTED);
    long lost = Patience.until(() -> world.toDatabase().passed().lost(), now -> now > before, ANSWER_MAX, LOOK_EVERY);
    if (lost == before) {
      throw new IllegalStateException("no COMMIT was answered within " + ANSWER_MAX);
    }
  }

  private void jump(Duration ahead) throws InterruptedException {
    NodeClock clock = world.clock().orElseThrow();
    clock.set(ahead);
    Thread.sleep(WRONG);
    clock.set(Duration.ZERO);
  }

  private void fillTheDisk() throws InterruptedException {
    Ballast ballast = new Ballast(world.disk());
    ballast.fill();
    Thread.sleep(WRONG);
    ballast.remove();
  }
}
