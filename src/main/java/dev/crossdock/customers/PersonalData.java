package dev.crossdock.customers;

import dev.crossdock.customers.internal.PersonalStore;
import dev.crossdock.customers.internal.SearchWords;
import dev.crossdock.customers.internal.SubjectKeys;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The one door to personal data. Nothing read here may be written to a journal, a log or a metric. */
public final class PersonalData {

  /** More records of one buyer are not looked at. */
  public static final int SAME_BUYER_MAX = 200;

  private static final int FOUND_MAX = 1_000;
  private static final int SAME_PERSON_MAX = 50;

  private final PersonalStore store;
  private final SubjectKeys keys;
  private final Retention retention;

  /**
   * @param subjectSecret secret of this installation, at least 32 bytes, the same for ever: records of one person are
   *     found again by a keyed hash of their e-mail address, which nobody can guess without it
   * @param retention how long everything is kept
   */
  public PersonalData(byte[] subjectSecret, Retention retention) {
    this.retention = retention;
    this.keys = new SubjectKeys(subjectSecret);
    this.store = new PersonalStore(keys);
  }

  /** Stores new records, all in one statement. */
  public void put(Tx tx, List<PersonalRecord> records) {
    if (!records.isEmpty()) {
      List<PersonalRecord> dated = records.stream().map(record -> dated(tx, record)).toList();
      store.insert(tx, dated);
      dated.forEach(record -> written(tx).put(record.ref(), record));
    }
  }

  private PersonalRecord dated(Tx tx, PersonalRecord record) {
    return record.retainUntil() != null
        ? record
        : record.until(retention.neverEnded(record.sourceChannel(), tx.now()));
  }

  /** The orders of these records have ended: from now on their time runs. */
  public void ended(Tx tx, Set<UUID> refs) {
    if (!refs.isEmpty()) {
      written(tx).keySet().removeAll(refs);
      store.retain(tx, refs, (dataClass, channel) -> retention.ended(dataClass, channel, tx.now()));
    }
  }

  /** The orders of these records go on after all: their time stands still again. */
  public void reopened(Tx tx, Set<UUID> refs) {
    if (!refs.isEmpty()) {
      written(tx).keySet().removeAll(refs);
      store.retain(tx, refs, (dataClass, channel) -> retention.neverEnded(channel, tx.now()));
    }
  }

  /** What is known of each record without reading it: its class, when it goes, or when it went. */
  public Map<UUID, Kept> kept(Tx tx, Set<UUID> refs) {
    return refs.isEmpty() ? Map.of() : store.kept(tx, refs);
  }

  /** What this purpose may see of these; what is erased or unknown is absent. */
  public Map<UUID, PersonalRecord> read(Tx tx, Set<UUID> refs, Purpose purpose) {
    Map<UUID, PersonalRecord> written = written(tx);
    Map<UUID, PersonalRecord> found = new HashMap<>();
    Set<UUID> stored = new HashSet<>();
    for (UUID ref : refs) {
      PersonalRecord record = written.get(ref);
      if (record == null) {
        stored.add(ref);
      } else if (purpose.maySee(record.dataClass())) {
        found.put(ref, record);
      }
    }
    found.putAll(store.read(tx, stored, purpose));
    return found;
  }

  /** The contacts among these records, for work on their orders. */
  public Map<UUID, Contact> contacts(Tx tx, Set<UUID> refs) {
    Map<UUID, Contact> contacts = new HashMap<>();
    for (PersonalRecord record : read(tx, refs, Purpose.ORDER).values()) {
      if (record.contact() != null) {
        contacts.put(record.ref(), record.contact());
      }
    }
    return contacts;
  }

  /** The addresses among these records, for work on their orders. */
  public Map<UUID, PostalAddress> addresses(Tx tx, Set<UUID> refs) {
    Map<UUID, PostalAddress> addresses = new HashMap<>();
    for (PersonalRecord record : read(tx, refs, Purpose.ORDER).values()) {
      if (record.address() != null) {
        addresses.put(record.ref(), record.address());
      }
    }
    return addresses;
  }

  /** What was written in these records, for work on their orders. */
  public Map<UUID, String> notes(Tx tx, Set<UUID> refs) {
    Map<UUID, String> notes = new HashMap<>();
    for (PersonalRecord record : read(tx, refs, Purpose.ORDER).values()) {
      if (record.notes() != null) {
        notes.put(record.ref(), record.notes());
      }
    }
    return notes;
  }

  /**
   * Records that hold every word of the text, the latest first: beginnings of names and companies, of an e-mail
   * address, of a postcode, or a phone number's last digits. Words of one or two letters must match whole.
   */
  public List<UUID> find(Tx tx, String text, int limit) {
    return SearchWords.query(tx.merchant(), text)
        .map(query -> store.find(tx, query, Math.clamp(limit, 1, FOUND_MAX)))
        .orElse(List.of());
  }

  /** All records of the person with this e-mail address or phone number, as far as they were stored with it. */
  public List<UUID> ofSubject(Tx tx, String emailOrPhone) {
    return keys.of(emailOrPhone).map(key -> store.ofSubject(tx, key)).orElse(List.of());
  }

  /**
   * For each of these records, the latest ones of the same kind and person; those that stand alone are absent. Of
   * somebody with very many, only the last few count.
   */
  public Map<UUID, Set<UUID>> ofSamePerson(Tx tx, Set<UUID> refs) {
    return refs.isEmpty() ? Map.of() : store.ofSamePerson(tx, refs, SAME_PERSON_MAX);
  }

  /** Who is behind these contacts, by the contact's record, in one statement; what is erased or unknown is absent. */
  public Map<UUID, Buyer> buyers(Tx tx, Set<UUID> contacts) {
    return contacts.isEmpty() ? Map.of() : store.buyers(tx, contacts, SAME_BUYER_MAX);
  }

  /** Empties these records for good; those already empty stay so. The number emptied now is returned. */
  public int erase(Tx tx, Set<UUID> refs) {
    written(tx).keySet().removeAll(refs);
    return store.erase(tx, refs);
  }

  /** Records whose time is over, some at a time; locked until the transaction ends. */
  Map<UUID, DataClass> due(Tx tx, int limit) {
    return store.due(tx, limit);
  }

  /** What this transaction wrote itself and need not read again. */
  private static Map<UUID, PersonalRecord> written(Tx tx) {
    return tx.attachment(Written.class, Written::new).records;
  }

  private static final class Written {
    private final Map<UUID, PersonalRecord> records = new HashMap<>();
  }
}
