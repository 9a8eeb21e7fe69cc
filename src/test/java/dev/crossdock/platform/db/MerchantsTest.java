package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class MerchantsTest {

  @RegisterExtension final Db db = Db.fresh();

  @Test
  void areOneAtFirstAndThenAllThereAre() {
    assertThat(Merchants.all(db.dataSource())).containsExactly(Merchant.MAIN);
    JdbcClient.create(db.dataSource())
        .sql("INSERT INTO merchant VALUES (7, 'seven', 'Seven', '2026-03-01T12:00:00Z')")
        .update();

    assertThat(Merchants.all(db.dataSource())).containsExactly(Merchant.MAIN, new Merchant(7));
  }
}
