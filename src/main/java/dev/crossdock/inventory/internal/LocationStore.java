package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;

/** The locations' rows, alone and with the levels that lie there. */
public final class LocationStore {

  private static final String LIST =
      """
      select c.code, c.name, c.kind, c.country, c.region, c.city, c.postal_code, c.lat, c.lon, c.time_zone,
        c.priority, c.active, c.version
      from location c
      where c.merchant = :merchant
      order by c.code
      """;

  private static final String SHARE =
      """
      select c.code
      from location c
      where c.merchant = :merchant and c.code = any(:codes::text[])
      order by c.code
      for share of c
      """;

  private static final String LOCK_ALL =
      """
      select c.code
      from location c
      where c.merchant = :merchant
      order by c.code
      for no key update of c
      """;

  private static final String NAMED =
      """
      select c.code, c.name, c.kind, c.country, c.region, c.city, c.postal_code, c.lat, c.lon, c.time_zone,
        c.priority, c.active, c.version
      from location c
      where c.merchant = :merchant and c.code = any(:codes::text[])
      order by c.code
      """;

  private static final String LOCK = NAMED + "for no key update of c";

  private static final String KNOWN =
      """
      select c.code from location c where c.merchant = :merchant and c.code = any(:codes::text[])
      """;

  private static final String INSERT =
      """
      insert into location (merchant, code, name, kind, country, region, city, postal_code, lat, lon, time_zone,
        priority, active, version, created_at, updated_at)
      select :merchant, n.code, n.name, n.kind, n.country, n.region, n.city, n.postal_code, n.lat, n.lon, n.time_zone,
        n.priority, n.active, n.version, :now::timestamptz, :now::timestamptz
      from unnest(:codes::text[], :names::text[], :kinds::text[], :countries::text[], :regions::text[],
        :cities::text[], :postalCodes::text[], :lats::double precision[], :lons::double precision[],
        :timeZones::text[], :priorities::int[], :actives::boolean[], :versions::int[])
        as n(code, name, kind, country, region, city, postal_code, lat, lon, time_zone, priority, active, version)
      order by n.code
      on conflict (merchant, code) do nothing
      """;

  private static final String UPDATE =
      """
      update location c
      set name = n.name, kind = n.kind, country = n.country, region = n.region, city = n.city,
        postal_code = n.postal_code, lat = n.lat, lon = n.lon, time_zone = n.time_zone, priority = n.priority,
        active = n.active, version = n.version, updated_at = :now::timestamptz
      from unnest(:codes::text[], :names::text[], :kinds::text[], :countries::text[], :regions::text[],
        :cities::text[], :postalCodes::text[], :lats::double precision[], :lons::double precision[],
        :timeZones::text[], :priorities::int[], :actives::boolean[], :versions::int[])
        as n(code, name, kind, country, region, city, postal_code, lat, lon, time_zone, priority, active, version)
      where c.merchant = :merchant and c.code = n.code and c.version = n.version - 1
      """;

  /** Without their locations: joined, these would be looked for at each of them, and told once for each level. */
  private static final String STOCK =
      """
      select l.sku, l.location, l.on_hand, l.reserved, l.unavailable
      from stock_level l
      where l.merchant = :merchant and l.sku = any(:skus::text[])
      order by l.sku, l.location
      """;

  private static final String STOCK_LOCKED = STOCK + "for no key update of l";

  public List<Location> list(Tx tx) {
    return tx.sql(LIST).query((ResultSet row, int number) -> location(row)).list();
  }

  /** The existing ones of these locations, locked until the transaction ends. */
  public Map<String, Location> lock(Tx tx, Set<String> codes) {
    return named(tx, LOCK, codes);
  }

  private static Map<String, Location> named(Tx tx, String sql, Set<String> codes) {
    Map<String, Location> rows = new HashMap<>();
    Columns<String> columns = Columns.of(codes).text("codes", code -> code);
    tx.sql(sql)
        .params(columns.params())
        .query((ResultSet row, int number) -> location(row))
        .list()
        .forEach(row -> rows.put(row.code(), row));
    return rows;
  }

  /** Keeps these locations as they are, and others from {@link #lockAll}, until the transaction ends. */
  void share(Tx tx, Set<String> codes) {
    tx.sql(SHARE).params(Columns.of(codes).text("codes", code -> code).params()).query(String.class).list();
  }

  /** Keeps everybody from writing a level that was not there before, until the transaction ends. */
  public void lockAll(Tx tx) {
    tx.sql(LOCK_ALL).query(String.class).list();
  }

  Set<String> known(Tx tx, Set<String> codes) {
    Columns<String> columns = Columns.of(codes).text("codes", code -> code);
    return new HashSet<>(tx.sql(KNOWN).params(columns.params()).query(String.class).list());
  }

  public void insert(Tx tx, List<Location> locations) {
    if (!locations.isEmpty() && write(tx, INSERT, locations) != locations.size()) {
      throw new CannotAcquireLockException("a location was first described by two at the same time");
    }
  }

  public void update(Tx tx, List<Location> locations) {
    if (!locations.isEmpty() && write(tx, UPDATE, locations) != locations.size()) {
      throw new IllegalStateException("a locked location could not be written");
    }
  }

  /** Levels with their locations, by SKU. */
  public Map<String, List<StockAt>> stock(Tx tx, Set<String> skus) {
    return stock(tx, STOCK, skus);
  }

  /** The same, the levels locked in the order of their keys until the transaction ends. */
  public Map<String, List<StockAt>> lockStock(Tx tx, Set<String> skus) {
    return stock(tx, STOCK_LOCKED, skus);
  }

  private static Map<String, List<StockAt>> stock(Tx tx, String sql, Set<String> skus) {
    record Level(String sku, String location, int onHand, int reserved, int unavailable) {}
    Columns<String> columns = Columns.of(skus).text("skus", sku -> sku);
    List<Level> rows =
        tx.sql(sql)
            .params(columns.params())
            .query(
                (ResultSet row, int number) ->
                    new Level(
                        row.getString("sku"), row.getString("location"), row.getInt("on_hand"),
                        row.getInt("reserved"), row.getInt("unavailable")))
            .list();
    if (rows.isEmpty()) {
      return new HashMap<>();
    }
    Map<String, Location> locations =
        named(tx, NAMED, rows.stream().map(Level::location).collect(Collectors.toSet()));
    Map<String, List<StockAt>> levels = new HashMap<>();
    for (Level row : rows) {
      Location location = Objects.requireNonNull(locations.get(row.location()), "a level lies at a location");
      levels
          .computeIfAbsent(row.sku(), first -> new ArrayList<>())
          .add(new StockAt(location, row.onHand(), row.reserved(), row.unavailable()));
    }
    return levels;
  }

  private static int write(Tx tx, String sql, Collection<Location> locations) {
    Columns<Location> columns =
        Columns.of(locations)
            .text("codes", Location::code)
            .text("names", Location::name)
            .text("kinds", Location::kind)
            .text("countries", Location::country)
            .text("regions", Location::region)
            .text("cities", Location::city)
            .text("postalCodes", Location::postalCode)
            .text("lats", Location::lat)
            .text("lons", Location::lon)
            .text("timeZones", Location::timeZone)
            .ints("priorities", Location::priority)
            .text("actives", Location::active)
            .ints("versions", Location::version);
    return tx.sql(sql).params(columns.params()).param("now", tx.now().toString()).update();
  }

  private static Location location(ResultSet row) throws SQLException {
    return new Location(
        row.getString("code"),
        row.getString("name"),
        LocationKind.valueOf(row.getString("kind")),
        row.getString("country"),
        row.getString("region"),
        row.getString("city"),
        row.getString("postal_code"),
        row.getObject("lat", Double.class),
        row.getObject("lon", Double.class),
        ZoneId.of(row.getString("time_zone")),
        row.getInt("priority"),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
