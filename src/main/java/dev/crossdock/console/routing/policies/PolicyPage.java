package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.reach.Reach;
import dev.crossdock.routing.reach.Reaches;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows a version, and takes what a person types into a draft. Each button saves what was typed before it acts. */
@RestController
class PolicyPage {

  private static final String PATH = "/console/routing/policies/{version:[0-9]{1,8}}";
  private static final String PAGE = "routing/policies/policy.jte";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Pages pages;
  private final Door door;
  private final Policies policies;
  private final Commands commands;
  private final Reaches reaches;
  private final TryMaker tryMaker;

  PolicyPage(Pages pages, Door door, Policies policies, Commands commands, Reaches reaches, TryMaker tryMaker) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.commands = commands;
    this.reaches = reaches;
    this.tryMaker = tryMaker;
  }

  /**
   * The page of a version.
   *
   * @param at what is to have the focus
   * @param order the number of one on which the version is tried
   * @param count whether the orders that each rule meets are counted at once; a script asks for it later by itself
   */
  @GetMapping(PATH)
  ResponseEntity<String> page(
      Visit visit, @PathVariable int version, @RequestParam(defaultValue = "1") int rule,
      @RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String count,
      @RequestParam(defaultValue = "") String order) {
    return show(
        HttpStatus.OK, visit, version, count != null, order,
        found -> Shown.of(found, rule - 1, commands.key()).at(at));
  }

  /** What a draft would say with what is typed so far, which is kept nowhere; nothing where another changed it. */
  @PostMapping(PATH + "/look")
  ResponseEntity<String> look(
      Visit visit, @PathVariable int version, @RequestParam MultiValueMap<String, String> values) {
    Typed typed = new Typed(values);
    Optional<PolicyVersion> found = door.read(visit.merchant(), tx -> policies.find(tx, version));
    if (found.isEmpty() || found.get().revision() != typed.seen() || found.get().state() != PolicyState.DRAFT) {
      return ResponseEntity.noContent().build();
    }
    return show(
        HttpStatus.OK, visit, version, true, typed.tried(),
        now -> {
          Typed.Edited edited = typed.over(content(now));
          boolean saved = typed.comment().equals(now.comment()) && same(edited.json(), content(now));
          return Shown.typed(now, typed, edited, saved, commands.key());
        });
  }

  /** Whether both say the same, however it is written. */
  private boolean same(ObjectNode one, ObjectNode other) {
    return JSON.readTree(one.toString()).equals(other)
        || (policies.read(one) instanceof Decoded.Read read && read.equals(policies.read(other)));
  }

  @PostMapping(PATH)
  ResponseEntity<String> edit(
      Visit visit, @PathVariable int version, @RequestParam MultiValueMap<String, String> values) {
    Typed typed = new Typed(values);
    Optional<PolicyVersion> found = door.read(visit.merchant(), tx -> policies.find(tx, version));
    if (found.isEmpty()) {
      return absent(visit);
    }
    Typed.Edited edited = typed.over(content(found.get()));
    PolicyOutcome[] outcome = new PolicyOutcome[1];
    Flash flash = commands.run(visit, new Commands.Form(typed.key(), "policy-edit", typed.input()), tx -> {
      outcome[0] = policies.replace(tx, version, typed.seen(), edited.json(), typed.comment());
      return outcome[0] instanceof PolicyOutcome.Done ? Flash.done("Draft saved") : Flash.refused(sentence(outcome[0]));
    });
    if (outcome[0] == null || outcome[0] instanceof PolicyOutcome.Done) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(next(version, typed, edited)).build();
    }
    Integer over = outcome[0] instanceof PolicyOutcome.Stale(int revision) ? revision : null;
    return show(
        HttpStatus.UNPROCESSABLE_CONTENT, visit, version, false, "",
        now -> Shown.typed(now, typed, edited, false, commands.key()).refused(flash.words(), over));
  }

  /** Told as a parameter for scripts, which don't see what follows the number sign, and by that for all others. */
  private static URI next(int version, Typed typed, Typed.Edited edited) {
    String deed = typed.deed();
    String at = Focus.after(deed, edited.json(), edited.open());
    String id = at.startsWith("/") ? Inputs.id(at) : at;
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PolicyMaker.path(version))
        .queryParam("rule", edited.open() + 1);
    if (deed.equals("save:count")) {
      uri.queryParam("count", "yes");
    }
    if (deed.equals("try:order")) {
      uri.queryParam("order", "{order}");
    }
    return (at.isEmpty() ? uri : uri.queryParam("at", "{at}").fragment("{id}")).encode().buildAndExpand(
        Map.of("at", at, "id", id, "order", typed.order())).toUri();
  }

  @PostMapping(PATH + "/discard")
  ResponseEntity<String> discard(
      Visit visit, HttpServletRequest request, @PathVariable int version, @RequestParam(defaultValue = "") String key) {
    Flash flash = commands.run(
        visit, new Commands.Form(key, "policy-discard", List.of(String.valueOf(version))),
        tx -> policies.discard(tx, version) instanceof PolicyOutcome.Done
            ? Flash.done("Draft v" + version + " discarded")
            : Flash.refused("Nothing was changed: only a draft can be discarded."));
    return Commands.told(request, flash, "/console/routing/policies");
  }

  @PostMapping(PATH + "/back")
  ResponseEntity<String> back(
      Visit visit, HttpServletRequest request, @PathVariable int version, @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String reason) {
    String comment = "Back to v" + version + (reason.isBlank() ? "" : ": " + reason.strip());
    Flash flash = commands.run(
        visit, new Commands.Form(key, "policy-back", List.of(String.valueOf(version), reason)), tx -> {
          PolicyOutcome outcome = policies.rollBack(tx, version, comment);
          return outcome instanceof PolicyOutcome.Done(PolicyVersion now)
              ? Flash.done("Rolled back: v" + now.version() + " decides, and says what v" + version + " said")
              : Flash.refused(sentence(outcome));
        });
    return Commands.told(request, flash, "/console/routing/policies");
  }

  /** What became of a command, for people. */
  static String sentence(PolicyOutcome outcome) {
    return switch (outcome) {
      case PolicyOutcome.Done done -> "Done.";
      case PolicyOutcome.Missing missing -> "There is no such version.";
      case PolicyOutcome.Stale(int revision) -> "Somebody else changed this draft meanwhile. Nothing of yours was saved"
          + " yet; what you typed stands below. Look at theirs, or save over it.";
      case PolicyOutcome.WrongState(String sentence) -> sentence;
      case PolicyOutcome.Invalid invalid -> invalid.sentence() + " " + invalid.faults().getFirst().sentence();
      case PolicyOutcome.Guarded guarded -> guarded.objections().getFirst().sentence();
    };
  }

  /** What a version says; of what is no object, nothing. */
  static ObjectNode content(PolicyVersion version) {
    return JSON.readTree(version.content()) instanceof ObjectNode object ? object : JSON.createObjectNode();
  }

  private ResponseEntity<String> show(
      HttpStatus status, Visit visit, int version, boolean count, String order,
      Function<PolicyVersion, Shown> showing) {
    PolicyMaker maker = new PolicyMaker(policies, visit.watch(), visit.viewer().mayAct());
    Optional<Shown> shown = door.read(visit.merchant(), tx -> policies.find(tx, version)).map(showing);
    if (shown.isEmpty()) {
      return absent(visit);
    }
    Reach reach = count ? reaches.of(visit.merchant(), maker.rules(shown.get().json())) : null;
    PolicyView view = door.read(visit.merchant(), tx -> maker.view(
        tx, shown.get().counted(reach).tried(tryMaker.of(tx, order, shown.get().json()))));
    String title = (status == HttpStatus.OK ? "" : "Error: ") + "Routing policy v" + version;
    return pages.page(status, visit, Nav.ROUTING, title, PAGE, view);
  }

  private ResponseEntity<String> absent(Visit visit) {
    Block block = new Block(Block.Kind.NO_MATCH, "There is no such version", "It may have been a draft that is gone.",
        new Block.Action("Show the versions", "/console/routing/policies"));
    return pages.page(HttpStatus.NOT_FOUND, visit, Nav.ROUTING, "No such version", "shell/block.jte", block);
  }
}
