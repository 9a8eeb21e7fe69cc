package dev.crossdock.api.v1.routing.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.tryout.Application;
import dev.crossdock.routing.tryout.Applications;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Applies a version to orders that are not released yet, or shows what that would change. */
@RestController
class ApplyEndpoint {

  private static final String ABSENT = "There is no application of this id.";

  private final Commands commands;
  private final Applications applications;

  ApplyEndpoint(Commands commands, Applications applications) {
    this.commands = commands;
    this.applications = applications;
  }

  /**
   * Which version.
   *
   * @param preview whether nothing is to be changed; false when it is absent
   */
  record ApplyBody(@Nullable Integer policyVersion, @Nullable Boolean preview) {}

  /**
   * How far it is.
   *
   * @param total orders that were not released when it was asked for
   * @param done orders that were looked at: changed, the same, and skipped
   * @param trouble why it stopped; absent when it did not
   * @param costs what the orders that change cost before and after, by currency, where both are known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ApplicationView(
      UUID id,
      boolean preview,
      Application.State state,
      int policyVersion,
      String by,
      int total,
      int done,
      int changed,
      int same,
      int skipped,
      @Nullable String trouble,
      List<CostView> costs,
      Instant createdAt,
      @Nullable Instant finishedAt) {}

  /** What so many orders cost before and after. */
  record CostView(int orders, Amount before, Amount after) {}

  /** An order that changes, or was passed by. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      UUID order,
      String number,
      Application.Outcome outcome,
      String words,
      @Nullable Amount costBefore,
      @Nullable Amount costAfter) {

    static ItemView of(Application.Item item) {
      return new ItemView(
          item.order(), item.number(), item.outcome(), item.words(),
          Amount.ofNullable(item.costBefore(), item.currency()), Amount.ofNullable(item.costAfter(), item.currency()));
    }
  }

  @PostMapping("/api/v1/routing/apply")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<ApplicationView> begin(ApiCall call, @RequestBody ApplyBody body) {
    Integer version = body.policyVersion();
    if (version == null) {
      throw TryEndpoint.invalid("/policyVersion", "It must be given.");
    }
    return commands.reply(
        call,
        ApplicationView.class,
        tx ->
            switch (Boolean.TRUE.equals(body.preview())
                ? applications.preview(tx, version)
                : applications.begin(tx, version)) {
              case Applications.Answer.Begun(Application begun) ->
                  new Commands.Reply<>(HttpStatus.CREATED, view(tx, begun));
              case Applications.Answer.Missing missing -> throw Refusal.notFound("There is no such version.");
              case Applications.Answer.Refused(String sentence) -> throw Refusal.conflict(sentence);
            });
  }

  @GetMapping("/api/v1/routing/apply")
  @RequiresScope(Scope.ORDERS_READ)
  Page<ApplicationView> list(ApiCall call, PageRequest page) {
    return commands.read(
        call,
        tx ->
            page.page(applications.list(tx, page.afterId(), page.probe()), found -> found.id().toString())
                .map(found -> view(tx, found)));
  }

  @GetMapping("/api/v1/routing/apply/{id}")
  @RequiresScope(Scope.ORDERS_READ)
  ApplicationView find(ApiCall call, @PathVariable UUID id) {
    return commands.read(call, tx -> view(tx, known(tx, id)));
  }

  @GetMapping("/api/v1/routing/apply/{id}/orders")
  @RequiresScope(Scope.ORDERS_READ)
  Page<ItemView> orders(ApiCall call, PageRequest page, @PathVariable UUID id) {
    return commands.read(
        call,
        tx -> {
          known(tx, id);
          return page.page(
                  applications.items(tx, id, page.afterId(), page.probe()), item -> item.order().toString())
              .map(ItemView::of);
        });
  }

  @PostMapping("/api/v1/routing/apply/{id}/cancel")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<ApplicationView> cancel(ApiCall call, @PathVariable UUID id) {
    return commands.write(
        call,
        ApplicationView.class,
        tx -> {
          known(tx, id);
          if (!applications.cancel(tx, id)) {
            throw Refusal.conflict("It has ended already.");
          }
          return view(tx, known(tx, id));
        });
  }

  private Application known(Tx tx, UUID id) {
    return applications.find(tx, id).orElseThrow(() -> Refusal.notFound(ABSENT));
  }

  private ApplicationView view(Tx tx, Application found) {
    return new ApplicationView(
        found.id(), found.preview(), found.state(), found.version(), found.by(), found.total(), found.done(),
        found.changed(), found.same(), found.skipped(), found.trouble(),
        applications.costs(tx, found.id()).stream()
            .map(
                cost ->
                    new CostView(
                        cost.orders(), Amount.of(cost.before(), cost.currency()),
                        Amount.of(cost.after(), cost.currency())))
            .toList(),
        found.createdAt(), found.finishedAt());
  }
}
