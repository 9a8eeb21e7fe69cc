package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.drills.crash.Plan.Housing;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.sandbox.drills.kit.Folders;
import dev.crossdock.sandbox.drills.kit.TcpProxy;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An installation with everything around it: its database, the channels it calls, those who call it, and a network
 * between all of them that can be broken.
 */
final class World implements AutoCloseable {

  private static final int STARTS_MAX = 3;
  private static final int SMALL_DISK_MEGABYTES = 700;
  /** More than are told between two faults. */
  private static final int AHEAD = 1_500;
  /** Probes have numbers of their own. */
  private static final long PROBES_FROM = 1_000_000;

  private final Path folder;
  private final Databases databases;
  private final Scale scale;
  private final SimulatedChannels channels;
  private final TcpProxy toChannels;
  private final TcpProxy toNode = TcpProxy.to(new InetSocketAddress("127.0.0.1", 1));
  private final Databases.@Nullable Running apart;
  private final @Nullable TcpProxy toDatabase;
  private final Optional<NodeClock> clock;
  private final Node node;
  private final Product product;
  private final Load load;
  private final Told told;
  private long nextProbe = PROBES_FROM;
  private long known;
  private boolean kept;

  private World(Path folder, Housing housing, Databases databases, Plan plan, InstantSource time) {
    this.folder = folder;
    this.databases = databases;
    this.scale = plan.scale();
    this.channels = SimulatedChannels.open(plan.seed());
    this.toChannels = TcpProxy.to(new InetSocketAddress("127.0.0.1", channels.port()));
    channels.reachedAt(toChannels.port());
    List.of(Shop.values()).forEach(shop -> channels.outlet(shop).shelf().pace(scale.pace()));
    boolean isApart = housing != Housing.AS_INSTALLED;
    this.apart = isApart ? databases.start(disk()) : null;
    this.toDatabase = apart == null ? null : TcpProxy.to(new InetSocketAddress("127.0.0.1", port(apart.database())));
    this.clock = isApart ? NodeClock.in(folder) : Optional.empty();
    Optional<Database> reached = Optional.ofNullable(apart).map(running -> through(running.database(), toDatabase));
    Map<String, String> environment = new HashMap<>(scale.environment());
    environment.putAll(clock.map(NodeClock::environment).orElse(Map.of()));
    this.node = new Node(folder, channels.target(), reached, environment);
    URI address = URI.create("http://127.0.0.1:" + toNode.port());
    this.product = new Product(address, ThrowAway.KEY);
    Instant base = time.instant().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
    this.load = new Load(folder, address, plan, base, time);
    this.told = new Told(channels, plan.seed(), base, time);
  }

  /** Put up, with a merchant in it, and load that holds still. */
  static World open(Housing housing, Databases databases, Plan plan, InstantSource time) throws InterruptedException {
    Path folder = folder();
    if (housing == Housing.SMALL_DISK && !Signals.mountSmallDisk(disk(folder), SMALL_DISK_MEGABYTES)) {
      throw new IllegalStateException("a small disk could be mounted a moment ago, and now it can't");
    }
    World world = new World(folder, housing, databases, plan, time);
    try {
      world.startNode();
      House.setUp(world.product, world.channels, plan.scale().scarceUnits());
      world.load.start();
      return world;
    } catch (InterruptedException | RuntimeException e) {
      world.close();
      throw e;
    }
  }

  /** Whether a small disk can be had. */
  static boolean hasSmallDisk() throws InterruptedException {
    Path folder = folder();
    try {
      boolean mounted = Signals.mountSmallDisk(disk(folder), 1);
      if (mounted) {
        Signals.unmount(disk(folder));
      }
      return mounted;
    } finally {
      Folders.delete(folder);
    }
  }

  Scale scale() {
    return scale;
  }

  Node node() {
    return node;
  }

  Load load() {
    return load;
  }

  Product product() {
    return product;
  }

  SimulatedChannels channels() {
    return channels;
  }

  Told told() {
    return told;
  }

  Optional<NodeClock> clock() {
    return clock;
  }

  Path disk() {
    return disk(folder);
  }

  /** The network between the node and its database, where that runs apart. */
  TcpProxy toDatabase() {
    return Objects.requireNonNull(toDatabase, "the node has its own database");
  }

  /** Every network there is. */
  List<TcpProxy> networks() {
    return toDatabase == null ? List.of(toNode, toChannels) : List.of(toNode, toChannels, toDatabase);
  }

  /** Lets orders come, which the channels know before they are told: a message may only name its order. */
  void go() {
    long most = Ledger.read(load.ledger()).keySet().stream().mapToLong(Long::longValue).max().orElse(0) + AHEAD;
    LongStream.rangeClosed(known + 1, most).forEach(told::prepare);
    known = Math.max(known, most);
    load.go();
  }

  synchronized long nextProbe() {
    return nextProbe++;
  }

  /**
   * Starts the node, which is reached at the same address as before. A node that finds no database ends, and is started
   * again by whoever looks after it.
   */
  void startNode() throws InterruptedException {
    for (int n = 1; ; n++) {
      try {
        toNode.target(new InetSocketAddress("127.0.0.1", node.start()));
        return;
      } catch (IllegalStateException e) {
        if (n == STARTS_MAX) {
          throw e;
        }
      }
    }
  }

  /** The process of the database server that all its others belong to. */
  long postmaster() {
    try {
      Path data = apart == null ? node.data() : disk();
      return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException("the database server is not running", e);
    }
  }

  Books books() {
    return new Books(direct().orElseGet(() -> databases.of(node.data())));
  }

  ThrowAway.Checked check() throws InterruptedException {
    return node.check(direct());
  }

  /** Leaves the folder with its logs where it is, for whoever looks into it. */
  void keep(PrintStream out) {
    kept = true;
    out.println("  what is left of it is kept in " + folder);
  }

  @Override
  public void close() {
    load.close();
    try {
      node.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    networks().forEach(TcpProxy::close);
    product.close();
    channels.close();
    if (apart != null) {
      apart.close();
    }
    try {
      Signals.unmount(disk());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!kept) {
      Folders.delete(folder);
    }
  }

  private Optional<Database> direct() {
    return Optional.ofNullable(apart).map(Databases.Running::database);
  }

  private static Database through(Database database, @Nullable TcpProxy proxy) {
    int through = Objects.requireNonNull(proxy).port();
    String url = database.jdbcUrl().replace(":" + port(database) + "/", ":" + through + "/");
    return new Database(url, database.user(), database.password());
  }

  private static int port(Database database) {
    return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static Path disk(Path folder) {
    return folder.resolve("disk");
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("crossdock-crash-");
      Files.createDirectory(disk(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder could be made", e);
    }
  }
}
