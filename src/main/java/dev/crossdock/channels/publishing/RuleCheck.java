package dev.crossdock.channels.publishing;

import dev.crossdock.channels.Capabilities.Capability;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.publishing.RulesStored.Fault;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a rule must be like. */
public final class RuleCheck {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int PERCENT_MAX = 100;
  private static final int UNITS_MAX = 1_000_000_000;
  private static final int ONE_IN_MIN = 10;
  private static final int LOCATIONS_MAX = 200;
  private static final int NAME_MAX = 200;

  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Locations locations;

  public RuleCheck(ChannelRegistry channels, ChannelAccounts accounts, Locations locations) {
    this.channels = channels;
    this.accounts = accounts;
    this.locations = locations;
  }

  List<Fault> faults(Tx tx, List<RuleInput> inputs) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < inputs.size(); i++) {
      RuleInput rule = inputs.get(i);
      if (!NAME.matcher(rule.channel()).matches()
          || !NAME.matcher(rule.account()).matches()
          || accounts.find(tx, rule.channel(), rule.account()).isEmpty()) {
        faults.add(new Fault(i, "account", "unknown", "There is no such active channel account."));
      } else {
        able(i, rule).ifPresent(faults::add);
      }
      if (!seen.add(rule.channel() + "/" + rule.account() + "/" + rule.channelSku())) {
        faults.add(new Fault(i, "channelSku", "duplicate", "There are two rules for the same in this request."));
      }
      if (rule.channelSku().length() > NAME_MAX || rule.channelSku().indexOf('\0') >= 0) {
        faults.add(new Fault(i, "channelSku", "format", "At most " + NAME_MAX + " characters."));
      }
      number(i, "sharePercent", rule.sharePercent(), PERCENT_MAX, faults);
      number(i, "buffer", rule.buffer(), UNITS_MAX, faults);
      number(i, "showMin", rule.showMin(), UNITS_MAX, faults);
      number(i, "showMax", rule.showMax(), UNITS_MAX, faults);
      number(i, "lagBuffer/expectedPerHour", rule.lagBuffer().expectedPerHour(), UNITS_MAX, faults);
      Integer oneIn = rule.lagBuffer().oversellOneIn();
      if (oneIn != null && (oneIn < ONE_IN_MIN || oneIn > UNITS_MAX)) {
        String sentence = "It must be within " + ONE_IN_MIN + " and " + UNITS_MAX + ".";
        faults.add(new Fault(i, "lagBuffer/oversellOneIn", "range", sentence));
      }
      places(tx, i, rule).ifPresent(faults::add);
    }
    return faults;
  }

  /** Whether the channel takes what the rule says. */
  private Optional<Fault> able(int index, RuleInput rule) {
    Optional<Channel> channel = channels.find(rule.channel());
    if (channel.flatMap(Channel::stockPush).isEmpty()) {
      return Optional.of(new Fault(index, "channel", "not-able", "This channel takes no stock from outside."));
    }
    boolean byLocation = channel.get().capabilities().can().contains(Capability.STOCK_BY_LOCATION);
    return rule.locations().isEmpty() || byLocation
        ? Optional.empty()
        : fault(index, "not-able", "This channel keeps one number for a listing and knows no locations.");
  }

  private static void number(int index, String field, @Nullable Integer value, int max, List<Fault> faults) {
    if (value != null && (value < 0 || value > max)) {
      faults.add(new Fault(index, field, "range", "It must be within 0 and " + max + "."));
    }
  }

  /** No location of ours may count twice, or the channel would sell its units twice. */
  private Optional<Fault> places(Tx tx, int index, RuleInput rule) {
    if (rule.locations().isEmpty()) {
      return Optional.empty();
    }
    if (!rule.ofAccount()) {
      return fault(index, "not-here", "Only the account's own rule says which locations belong together.");
    }
    Set<String> ours = new HashSet<>();
    for (Map.Entry<String, List<String>> entry : rule.locations().entrySet()) {
      String theirs = entry.getKey();
      boolean named = !theirs.isBlank() && theirs.length() <= NAME_MAX && theirs.indexOf('\0') < 0;
      if (!named || entry.getValue().isEmpty()) {
        return fault(index, "format", "Each location of the channel needs a name and at least one location of ours.");
      }
      for (String code : entry.getValue()) {
        if (!NAME.matcher(code).matches()) {
          return fault(index, "unknown", "There is no such location of ours.");
        }
        if (!ours.add(code)) {
          return fault(index, "duplicate", "A location of ours must not count at two of the channel's.");
        }
        if (ours.size() > LOCATIONS_MAX) {
          return fault(index, "too-many", "At most " + LOCATIONS_MAX + " locations are taken.");
        }
        if (locations.find(tx, code).isEmpty()) {
          return fault(index, "unknown", "There is no such location of ours.");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(int index, String code, String sentence) {
    return Optional.of(new Fault(index, "locations", code, sentence));
  }
}
