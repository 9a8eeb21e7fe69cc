package dev.crossdock.sandbox.drills.hostile;

import dev.crossdock.sandbox.Shop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Those who send messages with wrong signatures, in a process of their own so that their share of the processor can be
 * told. For each line of input, a rate and a number of seconds, they forge that long and answer with a line: how many
 * messages were refused, how many were answered otherwise, and how many not at all.
 */
public final class Forgers {

  private static final int FORGERS = 8;
  private static final int BODY_BYTES = 2_000;
  private static final List<byte[]> FORGERIES =
      List.of(
          forgery(Shop.SHOPIFY, "X-Shopify-Topic: orders/create\r\nX-Shopify-Hmac-Sha256: " + "A".repeat(43) + "=\r\n"),
          forgery(Shop.WOOCOMMERCE, "X-WC-Webhook-Topic: order.created\r\nX-WC-Webhook-Signature: bm90aGluZw==\r\n"),
          forgery(Shop.SHOPIFY, "X-Shopify-Topic: orders/create\r\n"),
          forgery(Shop.AMAZON, "X-Crossdock-Signature: t=1,v1=" + "0".repeat(64) + "\r\n"));

  private final int port;

  private Forgers(int port) {
    this.port = port;
  }

  /** What became of the messages of a while. */
  record Tally(int refused, int otherwise, int unanswered) {

    static Tally read(String line) {
      String[] counts = line.split(" ", -1);
      return new Tally(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), Integer.parseInt(counts[2]));
    }

    Tally plus(Tally other) {
      return new Tally(refused + other.refused, otherwise + other.otherwise, unanswered + other.unanswered);
    }

    int all() {
      return refused + otherwise + unanswered;
    }

    String line() {
      return refused + " " + otherwise + " " + unanswered;
    }
  }

  /** Takes the port of this machine at which the installation listens; ends with its input. */
  public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
    Forgers forgers = new Forgers(Integer.parseInt(arguments[0]));
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", -1);
      System.out.println(forgers.forge(Integer.parseInt(words[0]), Integer.parseInt(words[1])).line());
    }
  }

  private Tally forge(int perSecond, int seconds) throws InterruptedException, ExecutionException {
    List<Future<Tally>> tallies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(FORGERS)) {
      for (int n = 0; n < FORGERS; n++) {
        tallies.add(threads.submit(() -> forgeAlone((double) perSecond / FORGERS, seconds)));
      }
    }
    Tally sum = new Tally(0, 0, 0);
    for (Future<Tally> tally : tallies) {
      sum = sum.plus(tally.get());
    }
    return sum;
  }

  /** One message after the other, each when it is due: who is kept waiting makes up for it. */
  private Tally forgeAlone(double perSecond, int seconds) {
    int refused = 0;
    int otherwise = 0;
    int unanswered = 0;
    double gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long begin = System.nanoTime();
    try (Line line = new Line(port)) {
      for (int n = 0; n < perSecond * seconds; n++) {
        long due = begin + (long) (n * gap);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        switch (line.status(FORGERIES.get(n % FORGERIES.size()))) {
          case 401 -> refused++;
          case 0 -> unanswered++;
          default -> otherwise++;
        }
      }
    }
    return new Tally(refused, otherwise, unanswered);
  }

  private static byte[] forgery(Shop shop, String signature) {
    String body = "{\"id\":1,\"note\":\"" + "x".repeat(BODY_BYTES) + "\"}";
    String head =
        "POST /webhooks/" + shop.channel() + "/" + Shop.ACCOUNT + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/json\r\n" + signature + "Content-Length: " + body.length() + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
