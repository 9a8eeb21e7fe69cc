package dev.crossdock.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads what a sender still has to say after its answer, so that it gets to hear the answer, but only so much and so
 * long; then its connection ends. Tomcat itself goes on reading for as long as some byte comes every now and then.
 */
public final class Leftovers extends ValveBase {

  private static final int BYTES_MAX = 64 << 10;
  private static final long NANOS_MAX = TimeUnit.SECONDS.toNanos(2);

  /** Comes before all that answers requests. */
  public Leftovers() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
      response.finishResponse();
      if (!isReadToItsEnd(request.getCoyoteRequest())) {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
      }
    }
  }

  private static boolean isReadToItsEnd(org.apache.coyote.Request request) {
    long begun = System.nanoTime();
    Unheard unheard = new Unheard();
    int bytes = 0;
    try {
      int read = request.doRead(unheard);
      while (read >= 0 && bytes < BYTES_MAX && System.nanoTime() - begun < NANOS_MAX) {
        bytes += read;
        read = request.doRead(unheard);
      }
      return read < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Takes bytes and forgets them. */
  private static final class Unheard implements ApplicationBufferHandler {

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // Nothing is kept, so nothing has to grow.
    }
  }
}
