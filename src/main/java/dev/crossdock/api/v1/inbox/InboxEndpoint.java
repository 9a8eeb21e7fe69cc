package dev.crossdock.api.v1.inbox;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxEntry;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages that were not understood: listed, looked at, run again. */
@RestController
class InboxEndpoint {

  private final Commands commands;
  private final Inbox inbox;

  InboxEndpoint(Commands commands, Inbox inbox) {
    this.commands = commands;
    this.inbox = inbox;
  }

  @GetMapping("/api/v1/inbox/parked")
  @RequiresScope(Scope.EXCEPTIONS_READ)
  Page<MessageView> parked(ApiCall call, PageRequest page) {
    UUID after = page.afterId();
    List<InboxEntry> found = commands.read(call, tx -> inbox.parked(tx, after, page.probe()));
    return page.page(found.stream().map(MessageView::of).toList(), view -> view.id().toString());
  }

  @GetMapping("/api/v1/inbox/{id}")
  @RequiresScope(Scope.EXCEPTIONS_READ)
  MessageView get(ApiCall call, @PathVariable UUID id) {
    return commands.read(call, tx -> view(tx, id));
  }

  @PostMapping("/api/v1/inbox/{id}/rerun")
  @RequiresScope(Scope.EXCEPTIONS_WRITE)
  ResponseEntity<MessageView> rerun(ApiCall call, @PathVariable UUID id) {
    return commands.write(
        call,
        MessageView.class,
        tx -> {
          MessageView before = view(tx, id);
          if (inbox.rerun(tx, Set.of(id)) == 0) {
            throw Refusal.conflict("The message is " + before.state() + " and cannot be run again.");
          }
          return view(tx, id);
        });
  }

  private MessageView view(Tx tx, UUID id) {
    return inbox.entry(tx, id).map(MessageView::of).orElseThrow(() -> Refusal.notFound("There is no such message."));
  }
}
