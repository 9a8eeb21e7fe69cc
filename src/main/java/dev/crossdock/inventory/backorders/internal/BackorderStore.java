package dev.crossdock.inventory.backorders.internal;

import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.backorders.AuthorisationUse;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of what may be sold ahead and who uses it. */
public final class BackorderStore {

  private static final String COLUMNS =
      """
      select a.id, a.sku, a.channel, a.account, a.kind, a.authorised, a.open_units, a.filled, a.promised_on,
        a.release_on, a.ends_on, a.version, a.created_at, a.closed_at
      from backorder_authorisation a
      where a.merchant = :merchant
      """;

  /** Those that count, and closed pre-orders that still keep units from leaving. */
  private static final String OF_SKUS =
      COLUMNS
          + """
          and a.sku = any(:skus::text[])
          and (a.closed_at is null or a.open_units > 0 or a.release_on > :today::date)
          """;

  private static final String LIST =
      COLUMNS
          + """
          and (:sku::text is null or a.sku = :sku) and a.id < :before::uuid
          order by a.id desc
          limit :limit
          """;

  private static final String BY_IDS = COLUMNS + " and a.id = any(:ids::uuid[])";

  private static final String LOCK = COLUMNS + " and a.id = :id::uuid for no key update";

  private static final String OVER =
      COLUMNS
          + """
          and a.closed_at is null
          and (a.ends_on < :today::date or a.promised_on < :today::date or a.release_on <= :today::date)
          order by a.id
          limit :limit
          for update skip locked
          """;

  private static final String RELEASED =
      COLUMNS + " and a.release_on <= :today::date and a.release_on > :today::date - 30";

  private static final String INSERT =
      """
      insert into backorder_authorisation (merchant, id, sku, channel, account, kind, authorised, open_units, filled,
        promised_on, release_on, ends_on, version, created_at)
      values (:merchant, :id::uuid, :sku, :channel, :account, :kind, :authorised, 0, 0, :promisedOn::date,
        :releaseOn::date, :endsOn::date, :version, :createdAt::timestamptz)
      """;

  private static final String UPDATE =
      """
      update backorder_authorisation
      set authorised = :authorised, promised_on = :promisedOn::date, release_on = :releaseOn::date,
        ends_on = :endsOn::date, version = :version, closed_at = :closedAt::timestamptz
      where merchant = :merchant and id = :id::uuid and version = :version - 1
      """;

  /** Every authorisation of the SKUs, so that two who follow the same incoming units see each other. */
  private static final String LOCK_ALL =
      """
      select a.id
      from backorder_authorisation a
      where a.merchant = :merchant
        and a.sku in (
          select x.sku from backorder_authorisation x where x.merchant = :merchant and x.id = any(:ids::uuid[]))
      order by a.id
      for no key update
      """;

  /** The one guarded write: nothing is used beyond what is authorised, or beyond the incoming units it follows. */
  private static final String USE =
      """
      update backorder_authorisation a
      set open_units = a.open_units + d.units, filled = a.filled + d.filled
      from unnest(:ids::uuid[], :units::int[], :filled::int[]) as d(id, units, filled)
      where a.merchant = :merchant and a.id = d.id
        and (d.units + d.filled <= 0
          or (a.closed_at is null and a.open_units + a.filled + d.units + d.filled <= a.authorised
            and (a.promised_on is not null or (
              select coalesce(sum(i.units), 0) from incoming i
              where i.merchant = :merchant and i.sku = a.sku and i.expected_on is not null)
              >= (select coalesce(sum(x.open_units), 0) from backorder_authorisation x
                where x.merchant = :merchant and x.sku = a.sku)
              + (select coalesce(sum(e.units), 0)
                from unnest(:ids::uuid[], :units::int[]) as e(id, units)
                join backorder_authorisation y on y.merchant = :merchant and y.id = e.id
                where y.merchant = :merchant and y.sku = a.sku))))
      """;

  private static final String WRITE_USES =
      """
      insert into backorder_use (merchant, document, line, authorisation, units, filled)
      select :merchant, n.document, n.line, n.authorisation, n.units, n.filled
      from unnest(:documents::uuid[], :lines::int[], :authorisations::uuid[], :units::int[], :filled::int[])
        as n(document, line, authorisation, units, filled)
      order by n.document, n.line, n.authorisation
      on conflict (merchant, document, line, authorisation) do update
      set units = excluded.units, filled = excluded.filled
      """;

  private static final String USES =
      """
      select u.document, u.line, u.authorisation, u.units, u.filled
      from backorder_use u
      where u.merchant = :merchant and u.document = any(:documents::uuid[]) and u.units + u.filled > 0
      """;

  private static final UUID LAST = new UUID(-1, -1);

  /** Units of one authorisation to be used more, or below zero less. */
  public record Difference(UUID id, int units, int filled) {}

  public List<Authorisation> of(Tx tx, Set<String> skus, LocalDate today) {
    return tx.sql(OF_SKUS)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .param("today", today.toString())
        .query(BackorderStore::row)
        .list();
  }

  public List<Authorisation> find(Tx tx, Collection<UUID> ids) {
    return tx.sql(BY_IDS).params(Columns.of(ids).text("ids", id -> id).params()).query(BackorderStore::row).list();
  }

  public Optional<Authorisation> lock(Tx tx, UUID id) {
    return tx.sql(LOCK).param("id", id.toString()).query(BackorderStore::row).optional();
  }

  /** The latest first. */
  public List<Authorisation> list(Tx tx, @Nullable String sku, @Nullable UUID after, int limit) {
    return tx.sql(LIST)
        .param("sku", sku)
        .param("before", Objects.requireNonNullElse(after, LAST).toString())
        .param("limit", limit)
        .query(BackorderStore::row)
        .list();
  }

  /** Those whose days are over and that are not closed yet. */
  public List<Authorisation> over(Tx tx, LocalDate today, int limit) {
    return tx.sql(OVER).param("today", today.toString()).param("limit", limit).query(BackorderStore::row).list();
  }

  /** Pre-orders that were released lately. */
  public List<Authorisation> released(Tx tx, LocalDate today) {
    return tx.sql(RELEASED).param("today", today.toString()).query(BackorderStore::row).list();
  }

  public void insert(Tx tx, Authorisation a) {
    tx.sql(INSERT)
        .param("id", a.id().toString())
        .param("sku", a.sku())
        .param("channel", Objects.requireNonNullElse(a.channel(), ""))
        .param("account", Objects.requireNonNullElse(a.account(), ""))
        .param("kind", a.kind().name())
        .param("authorised", a.authorised())
        .param("promisedOn", text(a.promisedOn()))
        .param("releaseOn", text(a.releaseOn()))
        .param("endsOn", text(a.endsOn()))
        .param("version", a.version())
        .param("createdAt", a.createdAt().toString())
        .update();
  }

  public void update(Tx tx, Authorisation a) {
    int updated =
        tx.sql(UPDATE)
            .param("id", a.id().toString())
            .param("authorised", a.authorised())
            .param("promisedOn", text(a.promisedOn()))
            .param("releaseOn", text(a.releaseOn()))
            .param("endsOn", text(a.endsOn()))
            .param("version", a.version())
            .param("closedAt", text(a.closedAt()))
            .update();
    if (updated != 1) {
      throw new IllegalStateException("a locked authorisation could not be written");
    }
  }

  /** Uses more or less of some; false when one has not so much left, and then nothing must be kept of it. */
  public boolean use(Tx tx, List<Difference> differences) {
    Columns<Difference> columns =
        Columns.of(differences)
            .text("ids", Difference::id)
            .ints("units", Difference::units)
            .ints("filled", Difference::filled);
    tx.sql(LOCK_ALL).params(Columns.of(differences).text("ids", Difference::id).params()).query(
        (row, number) -> number).list();
    return tx.sql(USE).params(columns.params()).update() == differences.size();
  }

  public void write(Tx tx, List<AuthorisationUse> uses) {
    tx.sql(WRITE_USES)
        .params(
            Columns.of(uses)
                .text("documents", AuthorisationUse::document)
                .ints("lines", AuthorisationUse::line)
                .text("authorisations", AuthorisationUse::authorisation)
                .ints("units", AuthorisationUse::units)
                .ints("filled", AuthorisationUse::filled)
                .params())
        .update();
  }

  public List<AuthorisationUse> uses(Tx tx, Set<UUID> documents) {
    return tx.sql(USES)
        .params(Columns.of(documents).text("documents", id -> id).params())
        .query(
            (row, number) ->
                new AuthorisationUse(
                    row.getObject("document", UUID.class),
                    row.getInt("line"),
                    row.getObject("authorisation", UUID.class),
                    row.getInt("units"),
                    row.getInt("filled")))
        .list();
  }

  private static Authorisation row(ResultSet row, int number) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Authorisation(
        row.getObject("id", UUID.class),
        row.getString("sku"),
        any(row.getString("channel")),
        any(row.getString("account")),
        AuthorisationKind.valueOf(row.getString("kind")),
        row.getInt("authorised"),
        row.getInt("open_units"),
        row.getInt("filled"),
        row.getObject("promised_on", LocalDate.class),
        row.getObject("release_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant());
  }

  private static @Nullable String any(String part) {
    return part.isEmpty() ? null : part;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
