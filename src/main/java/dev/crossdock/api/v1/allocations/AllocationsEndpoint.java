package dev.crossdock.api.v1.allocations;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units kept apart for groups of orders: nobody else can take them. */
@RestController
class AllocationsEndpoint {

  private final Commands commands;
  private final AllocationGroups groups;
  private final Routing routing;

  AllocationsEndpoint(Commands commands, AllocationGroups groups, Routing routing) {
    this.commands = commands;
    this.groups = groups;
    this.routing = routing;
  }

  /**
   * Whose orders draw on units kept apart.
   *
   * @param account all accounts of the channel, when it is absent
   */
  record GroupBody(@Nullable String code, @Nullable String channel, @Nullable String account) {}

  /** All groups. */
  record GroupListing(List<GroupBody> items) {}

  @PutMapping("/api/v1/allocation-groups")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<GroupListing> put(ApiCall call, @RequestBody List<GroupBody> body) {
    List<AllocationGroup> wanted = Items.of(body).stream().map(AllocationsEndpoint::group).toList();
    return commands.write(
        call,
        GroupListing.class,
        tx -> {
          for (int i = 0; i < wanted.size(); i++) {
            accepted(i, groups.put(tx, wanted.get(i)));
          }
          return listing(groups.groups(tx));
        });
  }

  @GetMapping("/api/v1/allocation-groups")
  @RequiresScope(Scope.STOCK_READ)
  GroupListing list(ApiCall call) {
    return listing(commands.read(call, groups::groups));
  }

  @PostMapping("/api/v1/allocations")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<AllocationView.Listing> move(ApiCall call, @RequestBody AllocationBody body) {
    AllocationMove move = body.move();
    return commands.write(
        call,
        AllocationView.Listing.class,
        tx -> {
          AllocationGroups.Moved moved = accepted(0, groups.move(tx, move));
          routing.stockRose(tx, moved.rose());
          return new AllocationView.Listing(moved.allocations().stream().map(AllocationView::of).toList());
        });
  }

  @GetMapping("/api/v1/allocations")
  @RequiresScope(Scope.STOCK_READ)
  Page<AllocationView> allocations(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String group,
      @RequestParam(required = false) @Nullable String sku) {
    String asked = group + sku;
    if (asked.indexOf('\0') >= 0) {
      throw Refusal.parameter("sku", "It holds a character that no key has.");
    }
    List<Allocation> found =
        commands.read(call, tx -> groups.list(tx, group, sku, page.afterId(), page.probe()));
    return page.page(found.stream().map(AllocationView::of).toList(), view -> view.id().toString());
  }

  private static AllocationGroup group(GroupBody body) {
    return new AllocationGroup(
        Objects.requireNonNullElse(body.code(), ""),
        Objects.requireNonNullElse(body.channel(), ""),
        body.account());
  }

  private static GroupListing listing(List<AllocationGroup> all) {
    return new GroupListing(all.stream().map(g -> new GroupBody(g.code(), g.channel(), g.account())).toList());
  }

  private static <D> D accepted(int index, Decided<D> decided) {
    return switch (decided) {
      case Decided.Accepted<D>(D done) -> done;
      case Decided.Refused<D>(List<ItemError> errors) ->
          throw Refusal.invalid(
              errors.stream().map(e -> Items.error(index, e.field(), e.rule(), e.sentence())).toList());
    };
  }
}
