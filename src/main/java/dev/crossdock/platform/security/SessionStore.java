package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The statements on sessions. */
final class SessionStore {

  private static final String BEGIN =
      """
      insert into person_session (merchant, id, person, session_epoch, begun_at, seen_at)
      values (:merchant, :id, :person, :epoch, :now::timestamptz, :now::timestamptz)
      """;

  private static final String FIND =
      """
      select p.merchant, p.id, p.sign_in, p.display_name, p.password_hash, p.roles, p.session_epoch, s.seen_at
      from person_session s
      join person p on p.merchant = :merchant and p.id = s.person
      where s.merchant = :merchant and s.id = :id and s.seen_at > :oldest::timestamptz
        and p.session_epoch = s.session_epoch and p.disabled_at is null
      """;

  private static final String TOUCH =
      "update person_session set seen_at = :now::timestamptz where merchant = :merchant and id = :id";

  private static final String END = "delete from person_session where merchant = :merchant and id = :id";

  private static final String FORGET =
      "delete from person_session where merchant = :merchant and seen_at <= :oldest::timestamptz";

  /** Who is signed in, and when that was last written down. */
  record Found(Person person, Instant seenAt) {}

  void begin(Tx tx, byte[] id, Person person) {
    tx.sql(BEGIN)
        .param("id", id)
        .param("person", person.id())
        .param("epoch", person.sessionEpoch())
        .param("now", tx.now().toString())
        .update();
  }

  Optional<Found> find(Tx tx, byte[] id, Instant oldest) {
    return tx.sql(FIND)
        .param("id", id)
        .param("oldest", oldest.toString())
        .query(
            (row, n) ->
                new Found(
                    PersonStore.person(row), row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void touch(Tx tx, byte[] id) {
    tx.sql(TOUCH).param("id", id).param("now", tx.now().toString()).update();
  }

  void end(Tx tx, byte[] id) {
    tx.sql(END).param("id", id).update();
  }

  int forget(Tx tx, Instant oldest) {
    return tx.sql(FORGET).param("oldest", oldest.toString()).update();
  }
}
