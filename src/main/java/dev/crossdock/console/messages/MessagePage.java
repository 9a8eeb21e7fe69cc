package dev.crossdock.console.messages;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Payload;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxEntry;
import dev.crossdock.platform.inbox.InboxState;
import dev.crossdock.platform.inbox.RawCopy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a stored message and sets a parked one going again. */
@RestController
class MessagePage {

  private final Pages pages;
  private final Door door;
  private final Inbox inbox;
  private final Commands commands;
  private final ActorWords words;

  MessagePage(Pages pages, Door door, Inbox inbox, Commands commands, ActorWords words) {
    this.pages = pages;
    this.door = door;
    this.inbox = inbox;
    this.commands = commands;
    this.words = words;
  }

  /**
   * What the page shows.
   *
   * @param found what stands where the reason points to; null where it points nowhere
   * @param headers null when the message is kept no longer
   * @param rerun the form that runs it again; null where there is nothing to run
   */
  public record View(
      String channel,
      String topic,
      Badge badge,
      When received,
      String bytes,
      @Nullable Reason reason,
      @Nullable Payload found,
      @Nullable Payload headers,
      @Nullable Payload body,
      @Nullable Rerun rerun) {}

  /** Why it was parked or ignored. */
  public record Reason(String sentence, String rule, String path) {}

  /** The form that runs a message again. */
  public record Rerun(String action, String key) {}

  @GetMapping("/console/messages/{id:[0-9a-f-]{36}}")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    Optional<View> view = door.read(visit.merchant(), tx ->
        inbox.entry(tx, id).map(entry -> view(visit, entry, inbox.raw(tx, id).orElse(null))));
    if (view.isEmpty()) {
      Block block = new Block(Block.Kind.NO_MATCH, "There is no such message", "It was never received, or is gone.",
          new Block.Action("Show open orders", Nav.ORDERS.href()));
      return pages.page(HttpStatus.NOT_FOUND, visit, null, "No such message", "shell/block.jte", block);
    }
    return pages.page(visit, null, "Message " + view.get().topic(), "messages/page.jte", view.get());
  }

  @PostMapping("/console/messages/{id:[0-9a-f-]{36}}/rerun")
  ResponseEntity<String> rerun(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String back) {
    Commands.Form form = new Commands.Form(key, "rerun-message", List.of(id.toString()));
    Flash flash = commands.run(visit, form, tx -> inbox.rerun(tx, Set.of(id)) == 1
        ? Flash.done("Message set going again")
        : Flash.refused("Nothing to run: the message is not parked."));
    String next = back.startsWith("/console/exceptions") ? back : "/console/messages/" + id;
    return Commands.told(request, flash, next);
  }

  private View view(Visit visit, InboxEntry entry, @Nullable RawCopy raw) {
    String found = raw == null ? null : Masked.at(raw.body(), entry.reasonPath());
    boolean parked = entry.state() == InboxState.PARKED && visit.viewer().mayAct();
    return new View(
        words.channel(entry.channel()) + " · " + entry.account(),
        entry.topic(),
        badge(entry.state()),
        visit.watch().when(entry.receivedAt()),
        String.format(Locale.ROOT, "%,d", entry.bodyBytes()),
        entry.reasonText() == null ? null : new Reason(
            entry.reasonText(), orEmpty(entry.reasonRule()), orEmpty(entry.reasonPath())),
        found == null ? null : new Payload("What stands at " + entry.reasonPath(), found),
        raw == null ? null : new Payload("Headers of the message", Masked.headers(raw.headers())),
        raw == null ? null : new Payload("Body of the message", Masked.body(raw.body())),
        parked ? new Rerun("/console/messages/" + entry.id() + "/rerun", commands.key()) : null);
  }

  private static Badge badge(InboxState state) {
    return switch (state) {
      case RECEIVED -> Badge.of(Role.PROGRESS, Icon.PIP_EMPTY, "Received");
      case DONE -> Badge.of(Role.SUCCESS, Icon.CHECK, "Done");
      case PARKED -> Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Parked");
      case IGNORED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Ignored");
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
