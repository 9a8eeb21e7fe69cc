package dev.crossdock.console.channels;

import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.AccountTally;
import dev.crossdock.platform.inbox.Inbox;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows each channel account: whether it is heard from, and what waits of what it sent. */
@RestController
class ChannelsPage {

  private static final String LIVE = "/console/channels/live";

  private final Pages pages;
  private final Door door;
  private final ChannelAccounts accounts;
  private final Inbox inbox;
  private final AccountMaker maker;

  ChannelsPage(Pages pages, Door door, ChannelAccounts accounts, Inbox inbox, AccountMaker maker) {
    this.pages = pages;
    this.door = door;
    this.accounts = accounts;
    this.inbox = inbox;
    this.maker = maker;
  }

  @GetMapping("/console/channels")
  ResponseEntity<String> page(Visit visit) {
    ChannelsView view = door.read(visit.merchant(), tx -> view(tx, visit));
    return pages.page(visit, Nav.CHANNELS, "Channels", "channels/page.jte", view);
  }

  /** The page's content as it is now, for somebody who looks at it. */
  @GetMapping(LIVE)
  ResponseEntity<String> live(Visit visit) {
    ChannelsView view = door.read(visit.merchant(), tx -> view(tx, visit));
    return pages.part(HttpStatus.OK, "channels/live.jte", Map.of("page", view));
  }

  private ChannelsView view(Tx tx, Visit visit) {
    Map<String, AccountTally> tallies = inbox.tallies(tx).stream()
        .collect(Collectors.toMap(tally -> tally.channel() + "/" + tally.account(), Function.identity()));
    List<ChannelsView.Account> shown = accounts.clocks(tx).stream()
        .map(clock -> maker.account(clock, tallies.get(clock.channel() + "/" + clock.account()), visit.watch()))
        .toList();
    Block nothing = new Block(
        Block.Kind.NONE_YET, "No channel is connected",
        "An account is added through the API: POST /api/v1/channel-accounts.", null);
    return new ChannelsView(shown, shown.isEmpty() ? nothing : null, LIVE);
  }
}
