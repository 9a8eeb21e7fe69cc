package dev.crossdock.console.exceptions;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.SkuSuggestion;
import dev.crossdock.console.exceptions.ExceptionsView.Dismissal;
import dev.crossdock.console.exceptions.ExceptionsView.GroupLink;
import dev.crossdock.console.exceptions.ExceptionsView.Mapping;
import dev.crossdock.console.exceptions.ExceptionsView.Message;
import dev.crossdock.console.exceptions.ExceptionsView.Row;
import dev.crossdock.console.exceptions.ExceptionsView.Suggestion;
import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Payload;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.messages.Masked;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.orders.HoldWords;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionSearch.Group;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.RawCopy;
import dev.crossdock.platform.money.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes causes and what can be done about them. */
@Component
final class GroupMaker {

  private static final int SUGGESTIONS = 5;

  private final ExceptionSearch search;
  private final Catalog catalog;
  private final Inbox inbox;
  private final ActorWords words;
  private final OversoldMaker oversold;

  GroupMaker(
      ExceptionSearch search, Catalog catalog, Inbox inbox, ActorWords words, OversoldMaker oversold) {
    this.oversold = oversold;
    this.search = search;
    this.catalog = catalog;
    this.inbox = inbox;
    this.words = words;
  }

  /**
   * What a person typed that could not be accepted.
   *
   * @param sku as typed
   * @param error what is wrong with it
   */
  record Typed(String sku, String error) {}

  GroupLink link(Group group, Watch watch, boolean current) {
    return new GroupLink(
        "g-" + Integer.toHexString(group.key().hashCode()),
        href(group.key()),
        current,
        badge(group),
        heading(group),
        size(group),
        atRisk(group),
        group.firstDue() == null ? null : watch.deadline(group.firstDue()),
        watch.when(group.first().openedAt()));
  }

  /**
   * One cause in full.
   *
   * @param key makes a key for each form; null where the person may not act
   */
  ExceptionsView.Group group(
      Tx tx, Group group, Watch watch, @Nullable Supplier<String> key, @Nullable Typed typed) {
    List<Case> cases = search.ofGroup(tx, group.key(), null, ExceptionSearch.PAGE_MAX);
    int more = group.cases() - cases.size();
    return new ExceptionsView.Group(
        group.key(),
        badge(group),
        heading(group),
        group.first().sentence(),
        group.first().remedy(),
        size(group),
        atRisk(group),
        watch.when(group.first().openedAt()),
        watch.when(group.lastAt()),
        group.firstDue() == null ? null : watch.deadline(group.firstDue()),
        why(group),
        mapping(tx, group, key, typed),
        message(tx, group, key),
        oversold.of(tx, cases, key),
        key == null ? null : new Dismissal(key.get(), Field.text("reason", "Why they need nobody", "")),
        cases.stream().map(found -> row(found, watch)).toList(),
        more > 0 ? more + " more are not listed here" : "");
  }

  static String href(String groupKey) {
    return "/console/exceptions?group=" + URLEncoder.encode(groupKey, StandardCharsets.UTF_8);
  }

  private static Badge badge(Group group) {
    return Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, group.first().type().words());
  }

  private String heading(Group group) {
    Case first = group.first();
    String account = account(first);
    return switch (first.type()) {
      case MAPPING_MISSING -> {
        String sku = first.evidence().getOrDefault("channelSku", "");
        yield sku.isEmpty() ? "Lines without a SKU on " + account : sku + " is not mapped on " + account;
      }
      case INTAKE_INVALID -> "Messages of " + account + " can’t be read: "
          + HoldWords.words(first.evidence().getOrDefault("rule", "")) + ", " + place(first);
      case OVERSOLD -> first.evidence().getOrDefault("sku", "") + " was sold and is not there";
      case UNROUTABLE, EDIT_CONFLICT, CHANNEL_PUSH_FAILED, POLICY_UNUSABLE, POLICY_FELL_BACK ->
          first.type().words() + ": " + first.sentence();
    };
  }

  private static String place(Case found) {
    String path = found.evidence().getOrDefault("path", "");
    return path.isEmpty() ? "in the whole" : "at " + path.replaceFirst("^/", "").replace("/", " › ");
  }

  private String account(Case found) {
    String channel = found.channel() == null ? "" : words.channel(found.channel());
    return found.account() == null ? channel : channel + " · " + found.account();
  }

  private static String size(Group group) {
    return group.orders() == 0
        ? count(group.cases(), group.first().message() == null ? "case" : "message")
        : count(group.orders(), "order");
  }

  private static List<Amount> atRisk(Group group) {
    return group.atRisk().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(sum -> Amount.total(new Money(sum.getValue(), Currency.getInstance(sum.getKey()))))
        .toList();
  }

  private String why(Group group) {
    return switch (group.first().type()) {
      case MAPPING_MISSING -> "Same channel account and same SKU of the channel.";
      case INTAKE_INVALID -> "Same channel account, same rule, same place in the message.";
      case OVERSOLD -> "Same SKU.";
      case UNROUTABLE, EDIT_CONFLICT, CHANNEL_PUSH_FAILED, POLICY_UNUSABLE, POLICY_FELL_BACK ->
          "Same kind of trouble from the same cause.";
    };
  }

  private @Nullable Mapping mapping(Tx tx, Group group, @Nullable Supplier<String> key, @Nullable Typed typed) {
    String channelSku = group.first().evidence().getOrDefault("channelSku", "");
    if (key == null || channelSku.isEmpty() || !group.key().startsWith("mapping:")) {
      return null;
    }
    Field field =
        Field.text("sku", "SKU", typed == null ? "" : typed.sku()).withHint("One of ours, exactly as written");
    return new Mapping(
        "/console/exceptions/map",
        key.get(),
        channelSku,
        group.first().evidence().getOrDefault("title", ""),
        typed == null ? field : field.withError(typed.error()),
        catalog.suggestions(tx, channelSku, SUGGESTIONS).stream().map(GroupMaker::suggestion).toList(),
        "Mapping it frees " + count(group.orders(), "order") + ", and every later one goes through.");
  }

  private static Suggestion suggestion(SkuSuggestion found) {
    String reason = switch (found.reason()) {
      case SAME_LETTERS -> "same letters";
      case LISTED_ELSEWHERE -> "listed so elsewhere";
      case BARCODE -> "its barcode";
      case BEGINNING -> "same beginning";
      case SIMILAR -> "similar";
    };
    return new Suggestion(found.sku(), found.title(), reason);
  }

  private @Nullable Message message(Tx tx, Group group, @Nullable Supplier<String> key) {
    Case first = group.first();
    if (first.message() == null) {
      return null;
    }
    RawCopy raw = inbox.raw(tx, first.message()).orElse(null);
    String path = first.evidence().getOrDefault("path", "");
    String found = raw == null ? null : Masked.at(raw.body(), path);
    return new Message(
        first.evidence().getOrDefault("rule", ""),
        path,
        found == null ? null : new Payload("What stands at " + path, found),
        raw == null ? null : new Payload("The first message", Masked.body(raw.body())),
        "/console/messages/" + first.message(),
        key == null ? null : key.get(),
        group.cases() == 1 ? "Run it again" : "Run " + group.cases() + " messages again");
  }

  private static Row row(Case found, Watch watch) {
    boolean order = found.order() != null;
    String name = order && found.orderNumber() != null ? found.orderNumber() : "Message";
    String message = found.message() == null ? null : "/console/messages/" + found.message();
    String href = order ? "/console/orders/" + found.order() : message == null ? "#" : message;
    return new Row(
        found.id().toString(), name, href, found.sentence(), watch.when(found.openedAt()), order ? message : null);
  }

  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
