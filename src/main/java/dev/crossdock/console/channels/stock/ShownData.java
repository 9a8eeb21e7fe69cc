package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.channels.publishing.RulesStored;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages read and change. */
@Component
final class ShownData {

  private final ChannelAccounts accounts;
  private final Publishing publishing;
  private final Listings listings;

  ShownData(ChannelAccounts accounts, Publishing publishing, Listings listings) {
    this.accounts = accounts;
    this.publishing = publishing;
    this.listings = listings;
  }

  List<ChannelAccount> accounts(Tx tx) {
    return accounts.list(tx);
  }

  Optional<ChannelAccount> account(Tx tx, String channel, String account) {
    return accounts.list(tx).stream()
        .filter(each -> each.settings().channel().equals(channel) && each.settings().account().equals(account))
        .findFirst();
  }

  /** How the accounts that publish are doing, by channel and account. */
  Map<String, AccountState> states(Tx tx) {
    return listings.accounts(tx).stream()
        .collect(Collectors.toMap(state -> state.channel() + "/" + state.account(), Function.identity()));
  }

  List<ListingState> list(Tx tx, Listings.Query query) {
    return listings.list(tx, query);
  }

  int heal(Tx tx, String channel, String account, @Nullable String channelSku) {
    return listings.heal(tx, channel, account, channelSku);
  }

  /** The account's own rule. */
  Optional<RuleInput> rule(Tx tx, String channel, String account) {
    return publishing.rules(tx, channel, account, null, 1).stream().filter(RuleInput::ofAccount).findFirst();
  }

  RulesStored put(Tx tx, RuleInput rule) {
    return publishing.put(tx, List.of(rule));
  }
}
