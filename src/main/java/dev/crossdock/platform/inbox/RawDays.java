package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Busy;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raw messages lie in a table for each day, UTC. It is made days ahead, taken out of use when the time of everything in
 * it is over, and dropped: a day's messages go at once and leave nothing to clean up. Each step may be broken off, or
 * done by two processes; the next run goes on with it.
 *
 * <p>Messages that have no day's table lie in one by default, and go one by one: those that came before the first table
 * was made or by a clock gone wrong, and those that still waited for somebody when their day was taken out.
 */
public final class RawDays {

  private static final Logger LOG = LoggerFactory.getLogger(RawDays.class);
  private static final int DAYS_AHEAD = 7;
  private static final Duration TRIED_FOR = Duration.ofDays(1);

  private final JdbcClient client;
  private final TransactionTemplate transactions;
  private final InstantSource time;
  private final int waitingMax;
  private final RawDayStore store = new RawDayStore();

  /**
   * Of one database.
   *
   * @param waitingMax messages that may still wait in a day that is taken out: they are moved while nobody gets at any
   */
  RawDays(DataSource dataSource, InstantSource time, int waitingMax) {
    this.client = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.time = time;
    this.waitingMax = waitingMax;
  }

  /** Makes the tables of today and of a week to come, as far as they are missing; answers how many. */
  public int prepare() {
    List<RawDayStore.Part> parts = store.parts(client);
    LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    int made = 0;
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      boolean taking = ahead > 0;
      if (parts.stream().noneMatch(part -> part.takes(day))
          && unlessBusy("the table of " + day, () -> store.add(client, day, taking))) {
        made++;
      }
    }
    return made;
  }

  /**
   * Takes days out of use when everything in them may go; messages that still wait are kept. A day that is busy, or in
   * which very many wait, stays for now. Answers the days to be dropped, with those that an earlier run left.
   */
  public List<EndedDay> end() {
    Instant now = time.instant();
    for (RawDayStore.Part part : store.parts(client)) {
      if (over(part, now) && store.waiting(client, part, Objects.requireNonNull(part.until())) <= waitingMax) {
        unlessBusy(
            "taking out " + part.name(),
            () -> {
              store.takeOut(client, part);
              return true;
            });
      }
    }
    return store.takenOut(client).stream()
        .map(table -> new EndedDay(table, store.messages(client, table)))
        .toList();
  }

  /** Deletes a day that was taken out, for good. */
  public void drop(EndedDay day) {
    store.drop(client, day.table());
  }

  /**
   * Deletes raw messages one by one whose time is over and that are done with, where that is not done by days, as in
   * one that was busy at every look for long; answers how many.
   */
  int dropSingly(Tx tx, int limit) {
    int dropped = 0;
    for (RawDayStore.Part part : store.parts(client)) {
      if (dropped < limit && (!part.isOfADay() || over(part, time.instant().minus(TRIED_FOR)))) {
        dropped += store.dropBodies(tx, part, limit - dropped);
      }
    }
    return dropped;
  }

  private boolean over(RawDayStore.Part part, Instant now) {
    return part.ended(now) && !store.stillKept(client, part, now);
  }

  /** Work that goes on is not made to wait for us: it is our turn again in an hour. */
  private boolean unlessBusy(String what, Supplier<Boolean> work) {
    try {
      return Boolean.TRUE.equals(transactions.execute(_ -> work.get()));
    } catch (DataAccessException e) {
      if (Busy.was(e)) {
        LOG.info("{} of raw messages has to wait for work that goes on", what);
        return false;
      }
      throw e;
    }
  }
}
