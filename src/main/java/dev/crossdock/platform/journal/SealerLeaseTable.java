package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Tx;
import java.util.Optional;

/** Who seals a merchant's blocks: one row a merchant. */
final class SealerLeaseTable implements LeaseTable {

  private static final String FIND = "SELECT holder, fence, expires_at FROM journal_sealer WHERE merchant = :merchant";
  private static final String CREATE =
      """
      INSERT INTO journal_sealer (merchant, holder, fence, expires_at)
      VALUES (:merchant, :holder, :fence, :expiresAt::timestamptz) ON CONFLICT (merchant) DO NOTHING
      """;
  private static final String RENEW =
      """
      UPDATE journal_sealer SET expires_at = :expiresAt::timestamptz
      WHERE merchant = :merchant AND holder = :holder AND fence = :fence
      """;
  private static final String TAKE =
      """
      UPDATE journal_sealer SET holder = :holder, fence = :fence, expires_at = :expiresAt::timestamptz
      WHERE merchant = :merchant AND fence IN (
        SELECT s.fence FROM journal_sealer s
        WHERE s.merchant = :merchant AND s.fence = :seenFence AND s.expires_at = :seenExpiresAt::timestamptz
        FOR NO KEY UPDATE SKIP LOCKED)
      """;
  private static final String END =
      """
      UPDATE journal_sealer SET expires_at = 'epoch'::timestamptz
      WHERE merchant = :merchant AND holder = :holder AND expires_at > 'epoch'::timestamptz
      """;
  private static final String LOCK =
      """
      SELECT fence FROM journal_sealer
      WHERE merchant = :merchant AND holder = :holder AND fence = :fence FOR NO KEY UPDATE
      """;

  @Override
  public Optional<Lease> find(Tx tx) {
    return tx.sql(FIND).query(LeaseTable::lease).optional();
  }

  @Override
  public boolean create(Tx tx, Lease first) {
    return write(tx, CREATE, first);
  }

  @Override
  public boolean renew(Tx tx, Lease lease) {
    return write(tx, RENEW, lease);
  }

  @Override
  public boolean take(Tx tx, Lease seen, Lease taken) {
    return tx.sql(TAKE)
            .param("holder", taken.holder())
            .param("fence", taken.fence())
            .param("expiresAt", taken.expiresAt().toString())
            .param("seenFence", seen.fence())
            .param("seenExpiresAt", seen.expiresAt().toString())
            .update()
        == 1;
  }

  /**
   * Locks our lease until the end of the transaction, so that nobody can take over while we write; false when it is no
   * longer ours.
   */
  boolean lock(Tx tx, Lease lease) {
    return tx.sql(LOCK)
        .param("holder", lease.holder())
        .param("fence", lease.fence())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Ends the lease of a holder that is gone; how many that were. */
  int end(Tx tx, String holder) {
    return tx.sql(END).param("holder", holder).update();
  }

  private static boolean write(Tx tx, String sql, Lease lease) {
    return tx.sql(sql)
            .param("holder", lease.holder())
            .param("fence", lease.fence())
            .param("expiresAt", lease.expiresAt().toString())
            .update()
        == 1;
  }
}
