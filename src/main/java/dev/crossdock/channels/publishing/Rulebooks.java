package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.channels.publishing.internal.RuleStore;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of listings. */
final class Rulebooks {

  private final RuleStore rules;

  Rulebooks(RuleStore rules) {
    this.rules = rules;
  }

  private record Account(String channel, String account) {}

  /** The rules as they stand at one moment. */
  record Rulebook(Map<Account, RuleInput> accounts, Map<ChannelSku, RuleInput> listings) {

    /** What is said of a listing, its account's word where it has none; nothing when its account publishes nothing. */
    Optional<PublishRule> of(ChannelSku listing) {
      return Optional.ofNullable(accounts.get(new Account(listing.channel(), listing.account())))
          .map(PublishRule.ALL::with)
          .map(rule -> Optional.ofNullable(listings.get(listing)).map(rule::with).orElse(rule));
    }

    boolean anyFollowing() {
      return accounts.values().stream().anyMatch(rule -> rule.lagBuffer().isOn())
          || listings.values().stream().anyMatch(rule -> rule.lagBuffer().isOn());
    }
  }

  Rulebook read(Tx tx, Set<ChannelSku> listings) {
    Map<Account, RuleInput> accounts = new HashMap<>();
    rules.ofAccounts(tx).forEach(rule -> accounts.put(new Account(rule.channel(), rule.account()), rule));
    List<RuleStore.Key> keys =
        listings.stream().map(key -> new RuleStore.Key(key.channel(), key.account(), key.sku())).toList();
    Map<ChannelSku, RuleInput> own = new HashMap<>();
    rules
        .ofListings(tx, keys)
        .forEach(rule -> own.put(new ChannelSku(rule.channel(), rule.account(), rule.channelSku()), rule));
    return new Rulebook(accounts, own);
  }
}
