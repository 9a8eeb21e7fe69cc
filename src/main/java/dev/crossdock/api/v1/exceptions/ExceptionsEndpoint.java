package dev.crossdock.api.v1.exceptions;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed and needs a person, the oldest first. */
@RestController
class ExceptionsEndpoint {

  private final Commands commands;
  private final Remedies remedies;
  private final ExceptionSearch exceptions = new ExceptionSearch();

  ExceptionsEndpoint(Commands commands, Remedies remedies) {
    this.commands = commands;
    this.remedies = remedies;
  }

  @GetMapping("/api/v1/exceptions")
  @RequiresScope(Scope.EXCEPTIONS_READ)
  Page<ExceptionView> list(ApiCall call, PageRequest page) {
    UUID after = page.afterId();
    List<ExceptionView> found =
        commands.read(
            call,
            tx -> {
              List<ExceptionSearch.Case> open = exceptions.open(tx, after, page.probe());
              Map<UUID, List<Remedy>> help = remedies.of(tx, open);
              return open.stream().map(c -> ExceptionView.of(c, help.getOrDefault(c.id(), List.of()))).toList();
            });
    return page.page(found, view -> view.id().toString());
  }
}
