package dev.crossdock.routing.policies.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of policies. */
public final class PolicyStore {

  private static final String COLUMNS =
      """
      select p.version, p.state, p.name, p.content, p.based_on, p.revision, p.author, p.comment, p.created_at,
        p.activated_at, p.activated_by, p.overridden_by, p.override_reason, p.canary_percent
      from routing_policy p
      where p.merchant = :merchant
      """;

  private static final String LIST = COLUMNS + "and p.version < :before order by p.version desc limit :limit";
  private static final String FIND = COLUMNS + "and p.version = :version";
  private static final String ACTIVE = COLUMNS + "and p.state = 'ACTIVE'";
  private static final String EVER_ACTIVE =
      COLUMNS + "and p.activated_at is not null order by p.activated_at desc, p.version desc limit :limit";

  private static final String IN_FORCE =
      """
      select p.version, p.state, p.canary_percent
      from routing_policy p
      where p.merchant = :merchant and p.state in ('ACTIVE', 'CANARY', 'SHADOW')
      order by p.state, p.version
      """;

  private static final String BEGIN =
      """
      insert into routing_policy_clock (merchant, last_version, changes) values (:merchant, 0, 0)
      on conflict (merchant) do nothing
      """;

  private static final String LOCK =
      """
      select c.last_version, c.changes
      from routing_policy_clock c
      where c.merchant = :merchant
      for no key update
      """;

  private static final String TICK =
      """
      update routing_policy_clock set last_version = :lastVersion, changes = :changes where merchant = :merchant
      """;

  private static final String PUT =
      """
      insert into routing_policy (merchant, version, state, name, content, based_on, revision, author, comment,
        created_at, activated_at, activated_by, overridden_by, override_reason, canary_percent, state_since)
      values (:merchant, :version, :state, :name, :content, :basedOn, :revision, :author, :comment,
        cast(:createdAt as timestamptz), cast(:activatedAt as timestamptz), :activatedBy, :overriddenBy,
        :overrideReason, :canaryPercent, cast(:now as timestamptz))
      on conflict (merchant, version) do update
      set state = excluded.state, name = excluded.name, content = excluded.content, revision = excluded.revision,
        comment = excluded.comment, activated_at = excluded.activated_at, activated_by = excluded.activated_by,
        overridden_by = excluded.overridden_by, override_reason = excluded.override_reason,
        canary_percent = excluded.canary_percent,
        state_since = case
          when routing_policy.state = excluded.state then routing_policy.state_since
          else excluded.state_since
        end
      """;

  private static final String SINCE =
      "select p.state_since from routing_policy p where p.merchant = :merchant and p.version = :version";

  private static final String DELETE = "delete from routing_policy where merchant = :merchant and version = :version";

  /** Numbers given out, and changes told. */
  public record Clock(int lastVersion, int changes) {}

  /** Which versions decide; what they say never changes. */
  public record InForce(int version, PolicyState state, int canaryPercent) {}

  /** The newest first. */
  public List<PolicyVersion> list(Tx tx, int before, int limit) {
    return tx.sql(LIST).param("before", before).param("limit", limit).query(PolicyStore::version).list();
  }

  public Optional<PolicyVersion> find(Tx tx, int version) {
    return tx.sql(FIND).param("version", version).query(PolicyStore::version).optional();
  }

  public Optional<PolicyVersion> active(Tx tx) {
    return tx.sql(ACTIVE).query(PolicyStore::version).optional();
  }

  public Optional<Instant> since(Tx tx, int version) {
    return tx.sql(SINCE)
        .param("version", version)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .optional()
        .flatMap(found -> found);
  }

  /** Versions that decided once, the last one first. */
  public List<PolicyVersion> everActive(Tx tx, int limit) {
    return tx.sql(EVER_ACTIVE).param("limit", limit).query(PolicyStore::version).list();
  }

  /** The active one first. */
  public List<InForce> inForce(Tx tx) {
    return tx.sql(IN_FORCE)
        .query(
            (row, n) ->
                new InForce(
                    row.getInt("version"), PolicyState.valueOf(row.getString("state")), row.getInt("canary_percent")))
        .list();
  }

  /** Locks out everybody else who changes policies of the merchant. */
  public Clock lock(Tx tx) {
    tx.sql(BEGIN).update();
    return tx.sql(LOCK).query((row, n) -> new Clock(row.getInt("last_version"), row.getInt("changes"))).single();
  }

  public void tick(Tx tx, Clock clock) {
    int ticked = tx.sql(TICK).param("lastVersion", clock.lastVersion()).param("changes", clock.changes()).update();
    if (ticked != 1) {
      throw new IllegalStateException("the clock of policies is not there");
    }
  }

  /** Stores a version, new or changed. */
  public void put(Tx tx, PolicyVersion version) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("version", version.version());
    row.put("state", version.state().name());
    row.put("name", version.name());
    row.put("content", version.content());
    row.put("basedOn", version.basedOn());
    row.put("revision", version.revision());
    row.put("author", version.author());
    row.put("comment", version.comment());
    row.put("createdAt", version.createdAt() == null ? null : version.createdAt().toString());
    PolicyVersion.Activation activation = version.activation();
    row.put("activatedAt", activation == null ? null : activation.at().toString());
    row.put("activatedBy", activation == null ? null : activation.by());
    PolicyVersion.Override override = activation == null ? null : activation.override();
    row.put("overriddenBy", override == null ? null : override.by());
    row.put("overrideReason", override == null ? null : override.reason());
    row.put("canaryPercent", version.canaryPercent());
    row.put("now", tx.now().toString());
    tx.sql(PUT).params(row).update();
  }

  public void delete(Tx tx, int version) {
    tx.sql(DELETE).param("version", version).update();
  }

  private static PolicyVersion version(ResultSet row, int n) throws SQLException {
    Timestamp createdAt = row.getTimestamp("created_at");
    return new PolicyVersion(
        row.getInt("version"),
        PolicyState.valueOf(row.getString("state")),
        row.getString("name"),
        row.getString("content"),
        row.getObject("based_on", Integer.class),
        row.getInt("revision"),
        row.getString("author"),
        row.getString("comment"),
        createdAt == null ? null : createdAt.toInstant(),
        activation(row),
        row.getInt("canary_percent"));
  }

  private static PolicyVersion.@Nullable Activation activation(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("activated_at");
    String by = row.getString("overridden_by");
    return at == null
        ? null
        : new PolicyVersion.Activation(
            at.toInstant(),
            row.getString("activated_by"),
            by == null ? null : new PolicyVersion.Override(by, row.getString("override_reason")));
  }
}
