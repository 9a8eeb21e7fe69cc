package dev.crossdock.platform.http;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP with an end to its patience: whoever has not sent the whole head of a request within ten seconds is cut
 * off. Tomcat itself waits as long as some byte comes every now and then, so that a few thousand slow senders would
 * hold all the connections there are. Slow bodies are their readers' concern.
 */
public final class PatientProtocol extends Http11NioProtocol {

  private static final long HEAD_MAX_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_EVERY_SECONDS = 1;

  private @Nullable Future<?> looking;

  @Override
  public void start() throws Exception {
    super.start();
    looking =
        getUtilityExecutor()
            .scheduleWithFixedDelay(this::cutSlowHeads, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (looking != null) {
      looking.cancel(false);
    }
    super.stop();
  }

  private void cutSlowHeads() {
    getEndpoint().getConnections().forEach(PatientProtocol::cutIfSlow);
  }

  /** A connection on which a thread is at work just now is locked, and looked at the next time. */
  private static void cutIfSlow(SocketWrapperBase<NioChannel> connection) {
    if (!connection.getLock().tryLock()) {
      return;
    }
    try {
      if (connection.getCurrentProcessor() instanceof Processor processor && isSlow(processor, System.nanoTime())) {
        connection.close();
      }
    } finally {
      connection.getLock().unlock();
    }
  }

  /** A processor stays with a connection between two bytes of a head, and for answers that go on, such as events. */
  private static boolean isSlow(Processor processor, long now) {
    long begun = processor.getRequest().getStartTimeNanos();
    return !processor.isAsync() && !processor.isUpgrade() && begun >= 0 && now - begun > HEAD_MAX_NANOS;
  }
}
