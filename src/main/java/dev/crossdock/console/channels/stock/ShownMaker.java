package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.publishing.Quantity;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.Breaker;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.console.channels.stock.AccountView.Fact;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.warehouse.StockNav;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages say of accounts and listings. */
@Component
final class ShownMaker {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Account"), Column.text("State"), Column.number("Listings"), Column.number("To be told"),
          Column.number("Refused or stopped"), Column.number("Drifting"), Column.number("Told within"));

  private final ActorWords words;

  ShownMaker(ActorWords words) {
    this.words = words;
  }

  Grid accounts(List<ChannelAccount> accounts, Map<String, AccountState> states) {
    List<Grid.Row> rows = new ArrayList<>();
    for (ChannelAccount account : accounts) {
      String channel = account.settings().channel();
      String name = account.settings().account();
      AccountState state = states.get(channel + "/" + name);
      Cell first =
          Cell.link(title(account), ShownNav.account(channel, name)).withSecond(words.channel(channel) + " · " + name);
      String id = "a-" + channel + "-" + name;
      rows.add(
          state == null
              ? Grid.Row.of(
                  id, first, Cell.badge(state(null)), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""))
              : Grid.Row.of(
                  id, first, Cell.badge(state(state)), Cell.of(state.listings()), Cell.unlessZero(state.due()),
                  Cell.unlessZero(state.refused() + state.stopped()), drift(state),
                  Cell.of(seconds(state.delayMost()))));
    }
    return new Grid("Accounts and what their channels show", COLUMNS, rows);
  }

  static String title(ChannelAccount account) {
    return account.name().isBlank() ? account.settings().account() : account.name();
  }

  Badge state(@Nullable AccountState state) {
    if (state == null) {
      return Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Tells nothing");
    }
    if (state.breaker() != Breaker.CLOSED) {
      return Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Does not answer");
    }
    if (state.failures() > 0) {
      return Badge.of(Role.WARNING, Icon.CLOCK, "Tried again");
    }
    if (state.refused() + state.stopped() + state.drifting() > 0) {
      return Badge.of(Role.ATTENTION, Icon.INFO, "Needs a look");
    }
    return Badge.of(Role.SUCCESS, Icon.CHECK, "Working");
  }

  List<Fact> facts(@Nullable AccountState state, Instant now) {
    if (state == null) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Listings", Units.grouped(state.listings())));
    facts.add(new Fact("To be told", Units.grouped(state.due())));
    Instant oldest = state.oldestDue();
    if (oldest != null) {
      facts.add(new Fact("Waiting since", seconds(Duration.between(oldest, now))));
    }
    facts.add(new Fact("Told within, half", seconds(state.delayHalf())));
    facts.add(new Fact("Told within, 95 of 100", seconds(state.delayMost())));
    facts.add(new Fact("Drift", String.format(Locale.ROOT, "%.1f %%", state.driftScore())));
    return facts;
  }

  AccountView.Listing listing(ListingState state, int number, Watch watch) {
    Quantity row = state.quantity();
    Instant shownAt = state.shownAt();
    Instant driftSince = state.driftSince();
    String refusal = state.refusal() == null ? "" : "Refused: " + state.refusal();
    String stopped = stopped(state);
    return new AccountView.Listing(
        "l-" + number, row.listing().sku(), row.sku(), StockNav.sku(row.sku()), row.location(),
        Units.grouped(row.owed()), second(row), badge(state),
        state.acknowledged() == null ? "" : Units.grouped(state.acknowledged()),
        state.shown() == null ? "" : Units.grouped(state.shown()),
        shownAt == null ? null : watch.when(shownAt), driftSince == null ? null : watch.when(driftSince),
        stopped.isEmpty() ? refusal : stopped);
  }

  private static String stopped(ListingState state) {
    if (state.stopped() == null) {
      return "";
    }
    return state.stopped().equals(ListingState.ECHO)
        ? "Its number kept coming back as our stock; find out what copies it."
        : "The channel kept showing another number; find out what else writes it.";
  }

  private static String second(Quantity row) {
    if (row.allotted()) {
      return "shared out";
    }
    return row.kept() == 0 ? "" : Units.grouped(row.kept()) + " kept back";
  }

  private static Badge badge(ListingState state) {
    return switch (state.state()) {
      case OWED -> Badge.of(Role.PROGRESS, Icon.CLOCK, "To be told");
      case SENT -> Badge.of(Role.EXTERNAL, Icon.OUT, "Being told");
      case ACKNOWLEDGED -> Badge.of(Role.SUCCESS, Icon.CHECK, "Told");
      case DRIFTING -> Badge.of(Role.ATTENTION, Icon.INFO, "Drifting");
      case REFUSED -> Badge.of(Role.CRITICAL, Icon.CROSS, "Refused");
      case FROZEN -> Badge.of(Role.HOLD, Icon.HOLD, "Frozen");
      case STOPPED -> Badge.of(Role.CRITICAL, Icon.HOLD, "Stopped");
    };
  }

  private static Cell drift(AccountState state) {
    return state.drifting() == 0
        ? Cell.of("")
        : Cell.of(state.drifting())
            .withSecond(String.format(Locale.ROOT, "%.1f %% of %,d", state.driftScore(), state.looked()));
  }

  private static String seconds(@Nullable Duration duration) {
    if (duration == null) {
      return "";
    }
    return duration.toSeconds() >= 120
        ? duration.toMinutes() + " min"
        : String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1_000.0);
  }
}
