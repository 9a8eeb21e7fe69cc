package dev.crossdock.platform.nodes;

import java.time.Duration;
import java.util.Objects;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The time between a node's word that it ends and its end. A proxy learns of it by the health page, and by the
 * connections that are closed one after the other with the last answer on each; until it has, requests still come and
 * are answered as ever. A node that is alone ends at once, for nobody could take its requests.
 */
public final class Draining {

  /** Tomcat then says goodbye with every answer. */
  private static final int LAST_REQUEST = 1;

  private Draining() {}

  /**
   * Says that the node ends, and waits.
   *
   * @param atMost how long requests still come after that, when other nodes are there
   */
  public static void run(ServletWebServerApplicationContext context, Duration atMost) {
    if (!context.isActive()) {
      return;
    }
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    if (atMost.isZero() || context.getBean(NodeWatch.class).others() == 0) {
      return;
    }
    if (Objects.requireNonNull(context.getWebServer()) instanceof TomcatWebServer tomcat
        && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setMaxKeepAliveRequests(LAST_REQUEST);
    }
    try {
      Thread.sleep(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
