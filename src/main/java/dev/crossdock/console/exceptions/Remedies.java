package dev.crossdock.console.exceptions;

import dev.crossdock.catalog.ListingInput;
import dev.crossdock.channels.Remapping;
import dev.crossdock.channels.Remapping.ListingsMapped;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionSearch.Group;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Does what settles causes, and says in numbers what came of it. */
@Component
final class Remedies {

  private static final int REASON_MAX = 500;
  private static final Flash SETTLED = Flash.refused("Nothing was changed: nothing of it is open any more.");

  private final Commands commands;
  private final ExceptionSearch search;
  private final Remapping remapping;
  private final Exceptions exceptions;
  private final Inbox inbox;

  Remedies(
      Commands commands, ExceptionSearch search, Remapping remapping, Exceptions exceptions, Inbox inbox) {
    this.commands = commands;
    this.search = search;
    this.remapping = remapping;
    this.exceptions = exceptions;
    this.inbox = inbox;
  }

  String key() {
    return commands.key();
  }

  /** Maps the SKU that a cause is about and frees the orders it stopped. */
  Flash map(Visit visit, String key, String group, String sku) {
    Commands.Form form = new Commands.Form(key, "map-sku", List.of(group, sku));
    return commands.run(visit, form, tx -> map(tx, group, sku));
  }

  private Flash map(Tx tx, String key, String sku) {
    Optional<Group> group = search.group(tx, key);
    if (group.isEmpty()) {
      return SETTLED;
    }
    Map<String, String> about = group.get().first().evidence();
    ListingsMapped mapped = remapping.putListings(tx, List.of(new ListingInput(
        about.get("channel"), about.get("account"), about.get("channelSku"), sku)));
    if (!mapped.stored().errors().isEmpty()) {
      return Flash.refused(mapped.stored().errors().getFirst().sentence());
    }
    String done = about.get("channelSku") + " mapped to " + sku + ": "
        + GroupMaker.count(mapped.ordersFreed(), "order") + " freed";
    int left = search.group(tx, key).map(Group::orders).orElse(0);
    return left == 0
        ? Flash.done(done)
        : new Flash(Role.SUCCESS, done + ", " + left + " still stopped.",
            new Block.Action("See which", GroupMaker.href(key)));
  }

  /** Runs the messages of a cause again. */
  Flash rerun(Visit visit, String key, String group) {
    return commands.run(visit, new Commands.Form(key, "rerun-group", List.of(group)), tx -> {
      Set<UUID> messages = search.ofGroup(tx, group, null, ExceptionSearch.PAGE_MAX).stream()
          .map(Case::message)
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
      int running = inbox.rerun(tx, messages);
      return running == 0 ? SETTLED : Flash.done(GroupMaker.count(running, "message") + " set going again");
    });
  }

  /** Closes exceptions by a person's word. */
  Flash dismiss(Visit visit, String key, String reason, List<UUID> cases) {
    if (reason.isEmpty() || cases.isEmpty()) {
      return Flash.refused(cases.isEmpty()
          ? "Nothing was changed: tick what is to be dismissed."
          : "Nothing was changed: say why they need nobody.");
    }
    String said = reason.substring(0, Math.min(REASON_MAX, reason.length()));
    String ids = cases.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    return commands.run(visit, new Commands.Form(key, "dismiss", List.of(said, ids)), tx -> {
      int dismissed = 0;
      for (UUID id : cases) {
        dismissed += exceptions.dismiss(tx, id, said) ? 1 : 0;
      }
      String done = GroupMaker.count(dismissed, "exception") + " dismissed";
      int gone = cases.size() - dismissed;
      return dismissed == 0 ? SETTLED : Flash.done(gone == 0 ? done : done + ", " + gone + " were closed already");
    });
  }
}
