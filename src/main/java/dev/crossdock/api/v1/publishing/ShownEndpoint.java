package dev.crossdock.api.v1.publishing;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far channels are with what they have to show. */
@RestController
class ShownEndpoint {

  private static final String BETWEEN = "\n";

  private final Commands commands;
  private final Listings listings;

  ShownEndpoint(Commands commands, Listings listings) {
    this.commands = commands;
    this.listings = listings;
  }

  /** The listings of a SKU. */
  record ListingsOfSku(List<ListingView> items) {}

  /** Every account that publishes. */
  record PublishingAccounts(List<AccountView> items) {}

  /**
   * What is to be told again.
   *
   * @param channelSku a listing; absent for all of the account's that drift, were refused or were stopped
   */
  record HealBody(@Nullable String channel, @Nullable String account, @Nullable String channelSku) {}

  /** How many listings are told again. */
  record ToldAgain(int listings) {}

  @GetMapping("/api/v1/publishing/skus/{sku}")
  @RequiresScope(Scope.STOCK_READ)
  ListingsOfSku ofSku(ApiCall call, @PathVariable String sku) {
    List<ListingState> found = commands.read(call, tx -> listings.ofSku(tx, Names.storable(sku)));
    return new ListingsOfSku(found.stream().map(ListingView::of).toList());
  }

  @GetMapping("/api/v1/publishing/listings")
  @RequiresScope(Scope.STOCK_READ)
  Page<ListingView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam String channel,
      @RequestParam String account,
      @RequestParam(required = false) ListingState.@Nullable State state) {
    Listings.Query query =
        new Listings.Query(
            Names.storable(channel), Names.storable(account), state, after(page.after()), page.probe());
    List<ListingView> found =
        commands.read(call, tx -> listings.list(tx, query)).stream().map(ListingView::of).toList();
    return page.page(found, view -> view.channelSku() + BETWEEN + view.channelLocation());
  }

  @GetMapping("/api/v1/publishing/accounts")
  @RequiresScope(Scope.CHANNELS_READ)
  PublishingAccounts accounts(ApiCall call) {
    return new PublishingAccounts(
        commands.read(call, listings::accounts).stream().map(AccountView::of).toList());
  }

  @PostMapping("/api/v1/publishing/heal")
  @RequiresScope(Scope.CHANNELS_WRITE)
  ResponseEntity<ToldAgain> heal(ApiCall call, @RequestBody HealBody body) {
    List<FieldError> errors = new ArrayList<>();
    required("channel", body.channel(), errors);
    required("account", body.account(), errors);
    Refusal.throwIfAny(errors);
    String channel = Names.storable(Objects.requireNonNullElse(body.channel(), ""));
    String account = Names.storable(Objects.requireNonNullElse(body.account(), ""));
    @Nullable String channelSku = body.channelSku() == null ? null : Names.storable(body.channelSku());
    return commands.write(
        call, ToldAgain.class, tx -> new ToldAgain(told(listings.heal(tx, channel, account, channelSku), channelSku)));
  }

  private static int told(int listings, @Nullable String channelSku) {
    if (listings == 0 && channelSku != null) {
      throw Refusal.notFound("There is no such listing that is published.");
    }
    return listings;
  }

  private static void required(String field, @Nullable String value, List<FieldError> errors) {
    if (value == null || value.isBlank()) {
      errors.add(new FieldError(field, "required", "It is missing."));
    }
  }

  private static Listings.@Nullable After after(@Nullable String key) {
    if (key == null) {
      return null;
    }
    int end = key.indexOf(BETWEEN);
    if (end < 0) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
    return new Listings.After(key.substring(0, end), key.substring(end + 1));
  }
}
