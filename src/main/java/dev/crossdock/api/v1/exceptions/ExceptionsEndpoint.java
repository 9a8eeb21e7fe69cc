package dev.crossdock.api.v1.exceptions;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed and needs a person, the oldest first. */
@RestController
class ExceptionsEndpoint {

  private final Commands commands;
  private final ExceptionSearch exceptions = new ExceptionSearch();

  ExceptionsEndpoint(Commands commands) {
    this.commands = commands;
  }

  @GetMapping("/api/v1/exceptions")
  @RequiresScope(Scope.EXCEPTIONS_READ)
  Page<ExceptionView> list(ApiCall call, PageRequest page) {
    UUID after = page.afterId();
    List<ExceptionSearch.Case> found = commands.read(call, tx -> exceptions.open(tx, after, page.probe()));
    return page.page(found.stream().map(ExceptionView::of).toList(), view -> view.id().toString());
  }
}
