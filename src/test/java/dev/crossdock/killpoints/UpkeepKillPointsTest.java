package dev.crossdock.killpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Decoded;
import dev.crossdock.killpoints.DoomedKeeper.Step;
import dev.crossdock.killpoints.KillPoint.Side;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.JournalCheck;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process dies at each step of its upkeep, on either side of it: what it began is there wholly or not at all, and the
 * next process finishes it.
 */
class UpkeepKillPointsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
  /** After this nothing of a person may be kept any more. */
  private static final Duration AGES = Duration.ofDays(20 * 365);
  private static final int ERASED_MAX = 1_000;
  private static final String SCHEMA =
      """
      select c.table_name || '.' || c.column_name || ' ' || c.data_type || ' ' || c.is_nullable
      from information_schema.columns c
      where c.table_schema = 'public'
      order by c.table_name, c.column_name
      """;

  @RegisterExtension final Db db = Db.fresh();

  @TempDir private Path folder;

  static Stream<Arguments> upgrades() {
    return cases(true);
  }

  static Stream<Arguments> erasures() {
    return cases(false);
  }

  private static Stream<Arguments> cases(boolean upgrade) {
    return Stream.of(Step.values())
        .filter(step -> step.isUpgrade() == upgrade)
        .flatMap(step -> Stream.of(Side.values()).map(side -> Arguments.of(step, side)));
  }

  @ParameterizedTest
  @MethodSource("upgrades")
  void theSchemaIsUpgradedWholly(Step step, Side side) throws IOException, InterruptedException {
    try (Db bare = Db.bare()) {
      die(step, side, bare.jdbcUrl(), BEGIN);

      DataSource source = bare.dataSource();
      MigrationInfo[] left = DoomedKeeper.flyway(source).info().all();
      assertThat(left).as("some are not done").anyMatch(each -> !each.getState().isApplied());
      assertThat(left).noneMatch(each -> each.getState().isFailed());
      DoomedKeeper.upgrade(source);
      assertThat(DoomedKeeper.flyway(source).info().all())
          .extracting(MigrationInfo::getState)
          .isSubsetOf(MigrationState.SUCCESS, MigrationState.OUT_OF_ORDER);
      assertThat(columns(source)).isEqualTo(columns(db.dataSource()));
      try (House house = new House(source, folder, Doomed.NODE, BEGIN, 1)) {
        house.found();
        sell(house);
        assertThat(house.number("select count(*) from orders where external_id = '1'")).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("erasures")
  void aPersonIsErasedWhollyOrNotAtAll(Step step, Side side) throws IOException, InterruptedException, SQLException {
    try (House house = new House(db.dataSource(), folder, Doomed.NODE, BEGIN, 1_000)) {
      house.found();
      sell(house);
      house.write(
          tx -> {
            List<UUID> all =
                tx.sql("select ref from personal_data where merchant = :merchant")
                    .query((row, n) -> UUID.fromString(row.getString(1)))
                    .list();
            house.assembly().personalData().ended(tx, Set.copyOf(all));
            return all.size();
          });
    }
    Instant later = BEGIN.plus(AGES);
    try (House next = new House(db.dataSource(), folder, Doomed.NODE, later, 2_000)) {
      long kept = next.number("select count(*) from personal_data where content is not null");
      assertThat(kept).isPositive();

      die(step, side, db.jdbcUrl(), later);

      boolean gone = side == Side.AFTER;
      assertThat(next.number("select count(*) from personal_data where content is null")).isEqualTo(gone ? kept : 0);
      assertThat(told(next)).isEqualTo(gone ? kept : 0);
      next.write(tx -> next.assembly().erasure().eraseDue(tx, ERASED_MAX));
      assertThat(next.number("select count(*) from personal_data where content is null")).isEqualTo(kept);
      assertThat(next.number("select count(*) from personal_data where search is not null or subject_key is not null"))
          .isZero();
      assertThat(told(next)).as("each once").isEqualTo(kept);
    }
    assertThat(new JournalCheck(List.of()).run(db.dataSource(), Merchant.MAIN).violations()).isEmpty();
  }

  /** Records of which the journal tells that they went. */
  private static long told(House house) {
    return house.number(
        "select coalesce(sum(json_array_length(payload::json -> 'refs')), 0) from journal"
            + " where type = 'personal-data.erased'");
  }

  private void sell(House house) {
    house.sells("A-1", 10);
    house.channel().takesStock(new Shelf(Doomed.shelf(folder), () -> {}, () -> {}));
    house.tell("1", new Decoded.Snapshot(AnOrder.anOrder("1").line("A-1", 1).buyer("ada@example.com").build()));
    house.work("A-1");
  }

  private void die(Step step, Side side, String url, Instant now) throws IOException, InterruptedException {
    Death.of(
        DoomedKeeper.class, folder,
        List.of(
            url, db.user(), db.password(), folder.toString(), step.name(), side.name(), now.toString()));
  }

  private static List<String> columns(DataSource source) {
    return JdbcClient.create(source).sql(SCHEMA).query((row, n) -> row.getString(1)).list();
  }
}
