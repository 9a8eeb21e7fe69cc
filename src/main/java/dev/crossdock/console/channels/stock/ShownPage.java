package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.channels.publishing.RulesStored;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what each channel shows of the stock, changes its rule, and has numbers told again. */
@RestController
class ShownPage {

  private static final int PAGE = 50;

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final ShownData data;
  private final ShownMaker maker;

  ShownPage(Pages pages, Door door, Commands commands, ShownData data, ShownMaker maker) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.data = data;
    this.maker = maker;
  }

  @GetMapping(ShownNav.HREF)
  ResponseEntity<String> page(Visit visit) {
    ShownView view = door.read(visit.merchant(), this::view);
    return pages.page(visit, Nav.CHANNELS, "Stock shown", "channels/stock/page.jte", view);
  }

  @GetMapping(ShownNav.HREF + "/account")
  ResponseEntity<String> account(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    return show(visit, new Sent(asked), null, new Mistakes());
  }

  @PostMapping(ShownNav.HREF + "/rule")
  ResponseEntity<String> rule(
      Visit visit, HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    String channel = sent.text("channel");
    String account = sent.text("account");
    Mistakes mistakes = new Mistakes();
    RuleInput before = door.read(visit.merchant(), tx -> data.rule(tx, channel, account)).orElse(null);
    RuleInput rule = RuleForm.rule(sent, channel, account, before, mistakes);
    if (!mistakes.none()) {
      return show(visit, sent, sent, mistakes);
    }
    try {
      Flash flash = commands.run(visit, form(sent, "publish-rule"), tx -> stored(tx, rule));
      return Commands.told(request, flash, ShownNav.account(channel, account));
    } catch (Faulty faulty) {
      return show(visit, sent, sent, RuleForm.refused(faulty.faults));
    }
  }

  @PostMapping(ShownNav.HREF + "/heal")
  ResponseEntity<String> heal(
      Visit visit, HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    String channel = sent.text("channel");
    String account = sent.text("account");
    String channelSku = sent.text("channelSku");
    Flash flash =
        commands.run(
            visit,
            form(sent, "tell-stock-again"),
            tx -> {
              int told = data.heal(tx, channel, account, channelSku.isEmpty() ? null : channelSku);
              return told == 0
                  ? Flash.refused("Nothing to tell again.")
                  : Flash.done(Units.grouped(told) + (told == 1 ? " number is" : " numbers are") + " told again");
            });
    return Commands.told(request, flash, ShownNav.account(channel, account));
  }

  private static Commands.Form form(Sent sent, String operation) {
    return new Commands.Form(sent.text("key"), operation, sent.input());
  }

  /** Ends the command; nothing was stored. */
  private static final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RulesStored.Fault> faults;

    Faulty(List<RulesStored.Fault> faults) {
      super("refused", null, false, false);
      this.faults = faults;
    }
  }

  private Flash stored(Tx tx, RuleInput rule) {
    return switch (data.put(tx, rule)) {
      case RulesStored.Stored _ -> Flash.done("The rule is in force; its listings are reckoned anew");
      case RulesStored.Refused(List<RulesStored.Fault> faults) -> throw new Faulty(faults);
    };
  }

  private ShownView view(Tx tx) {
    List<ChannelAccount> all = data.accounts(tx);
    Block nothing =
        all.isEmpty()
            ? new Block(
                Block.Kind.NONE_YET, "No channel is connected",
                "An account is added through the API: POST /api/v1/channel-accounts.", null)
            : null;
    return new ShownView(maker.accounts(all, data.states(tx)), nothing);
  }

  private ResponseEntity<String> show(Visit visit, Sent asked, @Nullable Sent typed, Mistakes mistakes) {
    Optional<AccountView> view = door.read(visit.merchant(), tx -> view(tx, visit, asked, typed, mistakes));
    if (view.isEmpty()) {
      Block block =
          new Block(
              Block.Kind.NO_MATCH, "There is no such account", "It may have another name.",
              new Block.Action("Show all accounts", ShownNav.HREF));
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.CHANNELS, "No such account", "shell/block.jte", block);
    }
    HttpStatus status = mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    String title = (mistakes.none() ? "" : "Error: ") + "Stock shown by " + view.get().title();
    return pages.page(status, visit, Nav.CHANNELS, title, "channels/stock/account.jte", view.get());
  }

  private Optional<AccountView> view(
      Tx tx, Visit visit, Sent asked, @Nullable Sent typed, Mistakes mistakes) {
    String channel = asked.text("channel");
    String account = asked.text("account");
    Sent rule = typed == null ? RuleForm.of(data.rule(tx, channel, account).orElse(null)) : typed;
    return data.account(tx, channel, account).map(found -> view(tx, visit, found, asked, rule, mistakes));
  }

  private AccountView view(
      Tx tx, Visit visit, ChannelAccount account, Sent asked, Sent typed, Mistakes mistakes) {
    String channel = account.settings().channel();
    String name = account.settings().account();
    AccountState state = data.states(tx).get(channel + "/" + name);
    ListingState.@Nullable State wanted = wanted(asked.text("state"));
    String from = asked.text("after");
    Listings.After after = from.isEmpty() ? null : new Listings.After(from, asked.text("at"));
    List<ListingState> found = data.list(tx, new Listings.Query(channel, name, wanted, after, PAGE + 1));
    List<AccountView.Listing> shown = new ArrayList<>();
    for (ListingState each : found.subList(0, Math.min(PAGE, found.size()))) {
      shown.add(maker.listing(each, shown.size(), visit.watch()));
    }
    String answer = state == null || state.lastAnswer() == null ? "" : state.lastAnswer();
    return new AccountView(
        channel, name, ShownMaker.title(account), maker.state(state), maker.facts(state, visit.watch().now()), answer,
        state == null ? 0 : state.drifting() + state.refused() + state.stopped(), commands.key(),
        RuleForm.fields(typed, mistakes), mistakes.lines(), data.rule(tx, channel, name).isPresent(),
        tabs(channel, name, wanted), shown, shown.isEmpty() ? nothing(wanted) : null,
        found.size() > PAGE ? next(channel, name, wanted, found.get(PAGE - 1)) : null);
  }

  private static Block nothing(ListingState.@Nullable State wanted) {
    return wanted == null
        ? new Block(
            Block.Kind.NONE_YET, "Nothing is told to this account",
            "Save a rule: its listings are then reckoned within seconds.", null)
        : new Block(Block.Kind.CLEAR, "No such listing", "None is in this state.", null);
  }

  private static List<Tab> tabs(String channel, String account, ListingState.@Nullable State wanted) {
    String href = ShownNav.account(channel, account);
    List<Tab> tabs = new ArrayList<>();
    tabs.add(new Tab("All", href, wanted == null, null));
    for (ListingState.State state :
        List.of(
            ListingState.State.OWED, ListingState.State.DRIFTING, ListingState.State.REFUSED,
            ListingState.State.STOPPED)) {
      String word =
          switch (state) {
            case OWED -> "To be told";
            case DRIFTING -> "Drifting";
            case REFUSED -> "Refused";
            case STOPPED -> "Stopped";
            case SENT, ACKNOWLEDGED, FROZEN -> "";
          };
      tabs.add(new Tab(word, href + "&state=" + state.name(), wanted == state, null));
    }
    return tabs;
  }

  private static String next(
      String channel, String account, ListingState.@Nullable State wanted, ListingState last) {
    return ShownNav.account(channel, account)
        + (wanted == null ? "" : "&state=" + wanted.name())
        + "&after=" + ShownNav.encoded(last.quantity().listing().sku())
        + "&at=" + ShownNav.encoded(last.quantity().location());
  }

  private static ListingState.@Nullable State wanted(String text) {
    for (ListingState.State state : ListingState.State.values()) {
      if (state.name().equals(text)) {
        return state;
      }
    }
    return null;
  }
}
