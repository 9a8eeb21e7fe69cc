package dev.crossdock.api.v1.documents;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cycle counts. */
@RestController
class CountsEndpoint {

  private final Documents<StockCount, CountView> documents;
  private final StockCounts counts;

  CountsEndpoint(Commands commands, StockCounts counts) {
    this.documents =
        new Documents<>(
            commands,
            new Documents.Traits<>(CountView.class, CountView::of, StockCount::id, StockCount::version));
    this.counts = counts;
  }

  /** Lines by their numbers. */
  record LinesBody(@Nullable List<@Nullable Integer> lines) {

    List<Integer> checked() {
      Answers.Required required = new Answers.Required().of("lines", lines);
      List<@Nullable Integer> told = lines == null ? List.of() : lines;
      for (int i = 0; i < told.size(); i++) {
        required.of("lines[" + i + "]", told.get(i));
      }
      required.check();
      return told.stream().map(Answers::given).toList();
    }
  }

  @PostMapping("/api/v1/counts")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CountView> begin(ApiCall call, @RequestBody CountBody body) {
    CountInput input = body.input();
    return documents.create(call, tx -> counts.begin(tx, input));
  }

  @GetMapping("/api/v1/counts")
  @RequiresScope(Scope.STOCK_READ)
  Page<CountView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    return documents.list(call, page, state, q, counts::list);
  }

  @GetMapping("/api/v1/counts/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<CountView> get(ApiCall call, @PathVariable UUID id) {
    return documents.get(call, tx -> counts.find(tx, id));
  }

  @PostMapping("/api/v1/counts/{id}/lines")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CountView> submit(ApiCall call, @PathVariable UUID id, @RequestBody CountedBody body) {
    List<Counted> lines = body.counted();
    return execute(
        call, id, now -> new CountCommand.Submit(lines, Objects.requireNonNullElse(body.countedAt(), now)));
  }

  @PostMapping("/api/v1/counts/{id}/approve")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CountView> approve(ApiCall call, @PathVariable UUID id, @RequestBody LinesBody body) {
    List<Integer> lines = body.checked();
    return execute(call, id, now -> new CountCommand.Approve(lines));
  }

  @PostMapping("/api/v1/counts/{id}/recount")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CountView> recount(ApiCall call, @PathVariable UUID id, @RequestBody LinesBody body) {
    List<Integer> lines = body.checked();
    return execute(call, id, now -> new CountCommand.Recount(lines));
  }

  @PostMapping("/api/v1/counts/{id}/cancel")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CountView> cancel(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new CountCommand.Cancel());
  }

  private ResponseEntity<CountView> execute(ApiCall call, UUID id, Function<Instant, CountCommand> command) {
    return documents.execute(call, tx -> counts.execute(tx, id, command.apply(tx.now())));
  }
}
