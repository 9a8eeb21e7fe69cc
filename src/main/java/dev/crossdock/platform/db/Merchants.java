package dev.crossdock.platform.db;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is served here. */
public final class Merchants {

  private static final String ALL = "SELECT id FROM merchant ORDER BY id";

  private Merchants() {}

  /** Every merchant, by id; read outside any merchant's transaction. */
  public static List<Merchant> all(DataSource dataSource) {
    return JdbcClient.create(dataSource).sql(ALL).query((row, n) -> new Merchant(row.getInt("id"))).list();
  }
}
