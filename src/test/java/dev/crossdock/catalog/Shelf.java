package dev.crossdock.catalog;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.time.SystemTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A catalogue on a real database. */
final class Shelf {

  static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(0, 1));

  final Catalog catalog = new Catalog(new Journal(new Ids(new SystemTime(), new Random(1))));
  final Door door;
  private final JdbcClient sql;

  Shelf(DataSource dataSource) {
    this.door = new Door(dataSource, new SystemTime());
    this.sql = JdbcClient.create(dataSource);
  }

  <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return door.write(Merchant.MAIN, CAUSE, work);
  }

  <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return door.read(Merchant.MAIN, work);
  }

  ProductsStored put(ProductInput... inputs) {
    return write(tx -> catalog.putProducts(tx, List.of(inputs)));
  }

  ListingsStored list(String channel, String account, String channelSku, String sku) {
    return write(tx -> catalog.putListings(tx, List.of(new ListingInput(channel, account, channelSku, sku))));
  }

  Map<ChannelSku, ResolvedSku> resolve(ChannelSku... asked) {
    return read(tx -> catalog.resolve(tx, Set.of(asked)));
  }

  List<SkuSuggestion> suggest(String text) {
    return read(tx -> catalog.suggestions(tx, text, 10));
  }

  Sku sku(String sku) {
    return read(tx -> catalog.find(tx, sku)).orElseThrow();
  }

  List<Sku> list(SkuQuery query) {
    return read(tx -> catalog.list(tx, query));
  }

  List<Listing> listingsOf(String sku) {
    return read(tx -> catalog.listingsOf(tx, sku));
  }

  /** The journal's streams with their versions, in the order they were written. */
  List<String> journal() {
    return sql.sql("select stream || ' ' || version from journal order by batch, n")
        .query((row, number) -> row.getString(1))
        .list();
  }
}
