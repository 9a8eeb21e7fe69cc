package dev.crossdock.api.v1.lines;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.RoutingQueue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has no place, and which decisions were made, over all orders. */
@RestController
class RoutingLooks {

  /** Before the first decision, and after the last. */
  private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final Commands commands;
  private final RoutingQueue queue;
  private final Decisions decisions = new Decisions();

  RoutingLooks(Commands commands, RoutingQueue queue) {
    this.commands = commands;
    this.queue = queue;
  }

  /**
   * An order with units that have no place.
   *
   * @param state {@code TO_ROUTE}, {@code REJECTED}, {@code UNROUTABLE}, {@code BACKORDER} or {@code PREORDER}
   * @param units stock units that wait; 0 where routing has not looked yet
   * @param cancelAt until when it may wait; absent for as long as it takes
   * @param decideAt when a rule that decides later decides; absent where it is looked at at once
   */
  record QueueView(UUID order, String state, Instant since, int units, @Nullable Instant cancelAt, List<String> skus,
      @Nullable Instant decideAt) {
    static QueueView of(RoutingQueue.Entry entry) {
      return new QueueView(
          entry.order().value(), entry.state().name(), entry.since(), entry.units(), entry.cancelAt(), entry.skus(),
          entry.decideAt());
    }
  }

  /**
   * A decision in brief; the order tells it in full.
   *
   * @param chosen the locations that ship
   */
  record BriefView(
      UUID id,
      UUID order,
      String policy,
      @Nullable String rule,
      String outcome,
      String sentence,
      List<String> chosen,
      Instant decidedAt) {
    static BriefView of(Decisions.Brief brief) {
      return new BriefView(
          brief.id(), brief.order().value(), brief.policy(), brief.rule(), brief.outcome().name(), brief.sentence(),
          brief.chosen(), brief.decidedAt());
    }
  }

  @GetMapping("/api/v1/routing/queue")
  @RequiresScope(Scope.ORDERS_READ)
  Page<QueueView> queue(ApiCall call, PageRequest page, @RequestParam(required = false) @Nullable String state) {
    RoutingQueue.State wanted = state(state);
    List<RoutingQueue.Entry> found =
        commands.read(call, tx -> queue.list(tx, wanted, page.afterId(), page.probe()));
    return page.page(found.stream().map(QueueView::of).toList(), view -> view.order().toString());
  }

  @GetMapping("/api/v1/routing/decisions")
  @RequiresScope(Scope.ORDERS_READ)
  Page<BriefView> decisions(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String location,
      @RequestParam(required = false) @Nullable String lost,
      @RequestParam(required = false) @Nullable String because,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    Decisions.Wanted wanted =
        new Decisions.Wanted(
            word("location", location), word("lost", lost), word("because", because), instant("from", from, BEGINNING),
            instant("to", to, END));
    Decisions.Place after = page.after() == null ? null : place(page.after());
    List<Decisions.Brief> found = commands.read(call, tx -> decisions.search(tx, wanted, after, page.probe()));
    return page.page(found, brief -> brief.place().words()).map(BriefView::of);
  }

  private static Decisions.Place place(String words) {
    return Decisions.Place.read(words)
        .orElseThrow(() -> Refusal.parameter("after", "Give what the page before told as next."));
  }

  private static RoutingQueue.@Nullable State state(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (RoutingQueue.State state : RoutingQueue.State.values()) {
      if (state.name().equals(word)) {
        return state;
      }
    }
    throw Refusal.parameter("state", "It is one of " + List.of(RoutingQueue.State.values()) + ".");
  }

  private static @Nullable String word(String name, @Nullable String value) {
    if (value != null && (value.length() > 200 || value.indexOf('\0') >= 0)) {
      throw Refusal.parameter(name, "It is longer than any, or holds a character that none has.");
    }
    return value;
  }

  private static Instant instant(String name, @Nullable String value, Instant usual) {
    try {
      Instant when = value == null ? usual : Instant.parse(value);
      if (when.isBefore(BEGINNING) || when.isAfter(END)) {
        throw Refusal.parameter(name, "It is before or after all decisions.");
      }
      return when;
    } catch (DateTimeParseException e) {
      throw Refusal.parameter(name, "Give an instant such as 2026-11-20T12:00:00Z.");
    }
  }
}
