package dev.crossdock.customers;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.platform.journal.JournalHistory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Erases personal data whose time is over. Orders and the journal only refer to it, so they stay as they are; that it
 * was erased stands in the journal, by references. May be repeated and run anywhere: what is erased stays so.
 */
public final class Erasure implements MeterBinder {

  private final PersonalData personalData;
  private final Journal journal;
  private final Ids ids;
  private final Map<DataClass, LongAdder> erased = new EnumMap<>(DataClass.class);
  private final LongAdder rawMessages = new LongAdder();

  public Erasure(PersonalData personalData, Journal journal, Ids ids) {
    this.personalData = personalData;
    this.journal = journal;
    this.ids = ids;
    for (DataClass dataClass : DataClass.values()) {
      erased.put(dataClass, new LongAdder());
    }
  }

  /** Erases some of what is due; how many records. Fewer than the limit means that no more are due. */
  public int eraseDue(Tx tx, int limit) {
    Map<UUID, DataClass> due = personalData.due(tx, limit);
    if (due.isEmpty()) {
      return 0;
    }
    personalData.erase(tx, due.keySet());
    String refs = due.keySet().stream().map(ref -> '"' + ref.toString() + '"').collect(Collectors.joining(","));
    journal.append(
        tx,
        List.of(
            new JournalEntry(
                "erasure:" + ids.next(), 1, "personal-data.erased", tx.now(),
                "{\"reason\":\"retention\",\"refs\":[" + refs + "]}")));
    due.values().forEach(this::count);
    return due.size();
  }

  /** Notes that raw messages, which hold personal data of every class, were deleted because their time was over. */
  public void rawMessagesDeleted(Tx tx, int messages) {
    if (messages > 0) {
      note(tx, "erasure:" + ids.next(), messages);
    }
  }

  /** The same of raw messages that go together, noted once however often it is told. */
  public void rawMessagesDeleted(Tx tx, String together, int messages) {
    String stream = "erasure:" + together;
    if (messages > 0 && JournalHistory.ofStream(tx, stream, 0, 1).isEmpty()) {
      note(tx, stream, messages);
    }
  }

  private void note(Tx tx, String stream, int messages) {
    journal.append(
        tx,
        List.of(
            new JournalEntry(
                stream, 1, "raw-messages.deleted", tx.now(),
                "{\"reason\":\"retention\",\"messages\":" + messages + "}")));
    rawMessages.add(messages);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    erased.forEach((dataClass, count) -> bind(registry, dataClass.name().toLowerCase(Locale.ROOT), count));
    bind(registry, "raw_message", rawMessages);
  }

  private static void bind(MeterRegistry registry, String dataClass, LongAdder count) {
    FunctionCounter.builder("crossdock.personal.data.erased", count, LongAdder::sum)
        .description("records of personal data erased because their time was over")
        .tag("class", dataClass)
        .register(registry);
  }

  private void count(DataClass dataClass) {
    LongAdder sum = erased.get(dataClass);
    if (sum != null) {
      sum.increment();
    }
  }
}
