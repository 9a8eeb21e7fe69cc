package dev.crossdock.killpoints;

import dev.crossdock.channels.Decoded;
import dev.crossdock.killpoints.KillPoint.Side;
import dev.crossdock.testing.AnOrder;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;

/** The other process: takes two orders, one of which it must ask for, does all there is to do, and dies on the way. */
final class Doomed {

  static final int WHOLE_UNITS = 3;
  static final int NAMED_UNITS = 1;
  static final String TAKEN = "taken ";
  /** Its name. */
  static final String NODE = "node";

  private Doomed() {}

  /** Takes the database, its user and password, a folder, the point, its side, what is sold, and the time. */
  public static void main(String[] arguments) {
    KillPoint point = KillPoint.valueOf(arguments[4]);
    Side side = Side.valueOf(arguments[5]);
    String sku = arguments[6];
    Instant now = Instant.parse(arguments[7]);
    Path folder = Path.of(arguments[3]);
    long number = point.number(side);
    DataSource source = DeadlySource.of(arguments, point::isMadeBy, side);
    House house = new House(source, folder, NODE, now, number).numbered(number);
    prepare(house, folder, point, side, sku);
    house.tell(whole(sku), new Decoded.Snapshot(order(whole(sku), sku).build()));
    System.out.println(TAKEN + whole(sku));
    house.tell(named(sku), new Decoded.FetchNeeded(named(sku), now));
    System.out.println(TAKEN + named(sku));
    house.work(sku);
    System.exit(0);
  }

  private static void prepare(House house, Path folder, KillPoint point, Side side, String sku) {
    house.channel().holds(order(named(sku), sku).build());
    Runnable die = () -> Runtime.getRuntime().halt(DeadlySource.KILLED);
    Runnable live = () -> {};
    if (point == KillPoint.FETCH_REQUEST) {
      house.channel().whileFetching(die);
    }
    boolean pushing = point == KillPoint.PUSH_REQUEST;
    Runnable before = pushing && side == Side.BEFORE ? die : live;
    Runnable after = pushing && side == Side.AFTER ? die : live;
    house.channel().takesStock(new Shelf(shelf(folder), before, after));
  }

  static Path shelf(Path folder) {
    return folder.resolve("shelf.txt");
  }

  /** The order whose message holds all of it. */
  static String whole(String sku) {
    return "W-" + sku;
  }

  /** The order whose message only names it. */
  static String named(String sku) {
    return "N-" + sku;
  }

  /** No two of them alike, or the second would be held as a possible duplicate. */
  static AnOrder order(String externalId, String sku) {
    return AnOrder.anOrder(externalId).line(sku, externalId.equals(whole(sku)) ? WHOLE_UNITS : NAMED_UNITS);
  }
}
