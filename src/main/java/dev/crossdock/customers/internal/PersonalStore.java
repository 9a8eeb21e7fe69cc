package dev.crossdock.customers.internal;

import dev.crossdock.customers.Buyer;
import dev.crossdock.customers.Contact;
import dev.crossdock.customers.DataClass;
import dev.crossdock.customers.Kept;
import dev.crossdock.customers.PersonalRecord;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.customers.Purpose;
import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows of personal data. */
public final class PersonalStore {

  private static final String READ =
      """
      select p.ref, p.class, p.source_channel, p.content, p.retain_until
      from personal_data p
      where p.merchant = :merchant and p.ref = any(:refs::uuid[]) and p.class = any(:classes::text[])
        and p.erased_at is null
      """;

  /** So many of the latest records are read through before the index over words is asked. */
  private static final int LATEST = 20_000;

  /** Where nearly enough of the latest hold the words, so many times as many are read through first. */
  private static final int FURTHER = 4;

  private static final String FIND_LATEST =
      """
      select l.ref
      from (
        select p.ref, p.search from personal_data p where p.merchant = :merchant order by p.ref desc limit :latest
      ) l
      where l.search @@ :query::tsquery
      limit :limit
      """;

  /** All of them, by the index over words: how many begin with a word is not known before, so nothing is left to it. */
  private static final String FIND_ALL =
      """
      with found as materialized (
        select p.ref from personal_data p where p.merchant = :merchant and p.search @@ :query::tsquery
      )
      select f.ref from found f order by f.ref desc limit :limit
      """;

  private static final String OF_SUBJECT =
      """
      select p.ref from personal_data p where p.merchant = :merchant and p.subject_key = :subject order by p.ref
      """;

  private static final String OF_SAME_PERSON =
      """
      select a.ref, b.ref as other
      from personal_data a
      cross join lateral (
        select o.ref
        from personal_data o
        where o.merchant = :merchant and o.subject_key = a.subject_key and o.class = a.class
        order by o.ref desc
        limit :limit
      ) b
      where a.merchant = :merchant and a.ref = any(:refs::uuid[]) and a.subject_key is not null and b.ref <> a.ref
      """;

  private static final String BUYERS =
      """
      select a.ref, coalesce(a.content #>> '{contact,company}', '') <> '' as business, coalesce(b.ref, a.ref) as other
      from personal_data a
      left join lateral (
        select o.ref
        from personal_data o
        where o.merchant = :merchant and o.subject_key = a.subject_key and o.class = a.class
        order by o.ref desc
        limit :limit
      ) b on true
      where a.merchant = :merchant and a.ref = any(:refs::uuid[]) and a.erased_at is null
      """;

  private static final String ERASE =
      """
      update personal_data p
      set content = null, search = null, subject_key = null, erased_at = :now::timestamptz
      where p.merchant = :merchant and p.ref = any(:refs::uuid[]) and p.erased_at is null
      """;

  private static final String RETAIN =
      """
      update personal_data p
      set retain_until = r.until
      from unnest(:refs::uuid[], :untils::timestamptz[]) as r(ref, until)
      where p.merchant = :merchant and p.ref = r.ref and p.erased_at is null
      """;

  private static final String KEPT =
      """
      select p.ref, p.class, p.source_channel, p.retain_until, p.erased_at
      from personal_data p
      where p.merchant = :merchant and p.ref = any(:refs::uuid[])
      """;

  private static final String DUE =
      """
      select p.ref, p.class
      from personal_data p
      where p.merchant = :merchant and p.retain_until <= :now::timestamptz and p.erased_at is null
      order by p.retain_until
      limit :limit
      for update skip locked
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What stands in the content column. */
  record Content(@Nullable Contact contact, @Nullable PostalAddress address, @Nullable String notes) {}

  /** A record without what it says. */
  private record Row(UUID ref, String channel, Kept kept) {}

  private final SubjectKeys keys;

  public PersonalStore(SubjectKeys keys) {
    this.keys = keys;
  }

  public void insert(Tx tx, List<PersonalRecord> records) {
    tx.write(
        BulkInsert.into("personal_data", records)
            .uuid("ref", PersonalRecord::ref)
            .text("class", PersonalRecord::dataClass)
            .text("source_channel", PersonalRecord::sourceChannel)
            .text("subject_key", record -> keys.of(record.contact()).orElse(null))
            .text("content", PersonalStore::content)
            .words("search", record -> SearchWords.lexemes(tx.merchant(), record))
            .time("retain_until", PersonalRecord::retainUntil)
            .time("created_at", record -> tx.now()));
  }

  public Map<UUID, PersonalRecord> read(Tx tx, Set<UUID> refs, Purpose purpose) {
    Map<UUID, PersonalRecord> records = new HashMap<>();
    if (!refs.isEmpty()) {
      List<DataClass> classes = Stream.of(DataClass.values()).filter(purpose::maySee).toList();
      tx.sql(READ)
          .params(refs(refs))
          .params(Columns.of(classes).text("classes", dataClass -> dataClass).params())
          .query(PersonalStore::row)
          .list()
          .forEach(record -> records.put(record.ref(), record));
    }
    return records;
  }

  /**
   * The latest records that hold the words. Words that many hold are met often enough among the latest; reading all who
   * hold them would take as long as there are people.
   */
  public List<UUID> find(Tx tx, String query, int limit) {
    List<UUID> found = latest(tx, query, LATEST, limit);
    if (found.size() < limit && found.size() * (FURTHER - 1) > limit) {
      found = latest(tx, query, LATEST * FURTHER, limit);
    }
    return found.size() == limit
        ? found
        : tx.sql(FIND_ALL).param("query", query).param("limit", limit).query(PersonalStore::ref).list();
  }

  private static List<UUID> latest(Tx tx, String query, int latest, int limit) {
    return tx.sql(FIND_LATEST)
        .param("query", query)
        .param("latest", latest)
        .param("limit", limit)
        .query(PersonalStore::ref)
        .list();
  }

  public List<UUID> ofSubject(Tx tx, String subject) {
    return tx.sql(OF_SUBJECT).param("subject", subject).query(PersonalStore::ref).list();
  }

  /** For each of these, the latest records of the same class and person. */
  public Map<UUID, Set<UUID>> ofSamePerson(Tx tx, Set<UUID> refs, int limit) {
    Map<UUID, Set<UUID>> others = new HashMap<>();
    tx.sql(OF_SAME_PERSON)
        .params(refs(refs))
        .param("limit", limit)
        .query(
            row -> {
              others
                  .computeIfAbsent(row.getObject("ref", UUID.class), ref -> new HashSet<>())
                  .add(row.getObject("other", UUID.class));
            });
    return others;
  }

  /** Who is behind each of these. */
  public Map<UUID, Buyer> buyers(Tx tx, Set<UUID> refs, int limit) {
    Map<UUID, Set<UUID>> records = new HashMap<>();
    Set<UUID> businesses = new HashSet<>();
    tx.sql(BUYERS)
        .params(refs(refs))
        .param("limit", limit)
        .query(
            row -> {
              UUID ref = row.getObject("ref", UUID.class);
              records.computeIfAbsent(ref, own -> new HashSet<>(Set.of(own))).add(row.getObject("other", UUID.class));
              if (row.getBoolean("business")) {
                businesses.add(ref);
              }
            });
    Map<UUID, Buyer> buyers = new HashMap<>();
    records.forEach((ref, others) -> buyers.put(ref, new Buyer(businesses.contains(ref), others)));
    return buyers;
  }

  /** Says anew when these go, by their class and channel. */
  public void retain(Tx tx, Set<UUID> refs, BiFunction<DataClass, String, @Nullable Instant> until) {
    List<Row> rows = rows(tx, refs);
    Columns<Row> columns =
        Columns.of(rows)
            .text("refs", Row::ref)
            .text("untils", row -> until.apply(row.kept().dataClass(), row.channel()));
    tx.sql(RETAIN).params(columns.params()).update();
  }

  public Map<UUID, Kept> kept(Tx tx, Set<UUID> refs) {
    return rows(tx, refs).stream().collect(Collectors.toMap(Row::ref, Row::kept));
  }

  public Map<UUID, DataClass> due(Tx tx, int limit) {
    Map<UUID, DataClass> due = new LinkedHashMap<>();
    tx.sql(DUE)
        .param("now", tx.now().toString())
        .param("limit", limit)
        .query(
            row -> {
              due.put(row.getObject("ref", UUID.class), DataClass.valueOf(row.getString("class")));
            });
    return due;
  }

  private static List<Row> rows(Tx tx, Set<UUID> refs) {
    return tx.sql(KEPT)
        .params(refs(refs))
        .query(
            (row, n) ->
                new Row(
                    row.getObject("ref", UUID.class),
                    row.getString("source_channel"),
                    new Kept(
                        DataClass.valueOf(row.getString("class")),
                        instant(row, "retain_until"),
                        instant(row, "erased_at"))))
        .list();
  }

  public int erase(Tx tx, Set<UUID> refs) {
    return refs.isEmpty() ? 0 : tx.sql(ERASE).params(refs(refs)).param("now", tx.now().toString()).update();
  }

  private static Map<String, Object> refs(Set<UUID> refs) {
    return Columns.of(refs).text("refs", ref -> ref).params();
  }

  private static String content(PersonalRecord record) {
    return JSON.writeValueAsString(new Content(record.contact(), record.address(), record.notes()));
  }

  private static UUID ref(ResultSet row, int number) throws SQLException {
    return row.getObject("ref", UUID.class);
  }

  private static PersonalRecord row(ResultSet row, int number) throws SQLException {
    Content content = JSON.readValue(row.getString("content"), Content.class);
    return new PersonalRecord(
        row.getObject("ref", UUID.class),
        DataClass.valueOf(row.getString("class")),
        row.getString("source_channel"),
        content.contact(),
        content.address(),
        content.notes(),
        instant(row, "retain_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
