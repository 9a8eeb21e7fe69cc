package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

  PolicyPage(Pages pages, Door door, Policies policies, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.commands = commands;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit, @PathVariable int version, @RequestParam(defaultValue = "1") int rule) {
    return show(HttpStatus.OK, visit, version, (tx, found) -> new PolicyMaker.Shown(
        found, content(found), found.comment(), rule - 1, commands.key(), null, null));
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
      String next = PolicyMaker.path(version) + "?rule=" + (edited.open() + 1);
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(next + typed.anchor())).build();
    }
    Integer over = outcome[0] instanceof PolicyOutcome.Stale(int revision) ? revision : null;
    return show(HttpStatus.UNPROCESSABLE_CONTENT, visit, version, (tx, now) -> new PolicyMaker.Shown(
        now, edited.json(), typed.comment(), edited.open(), commands.key(), flash.words(), over));
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

  private interface Showing {
    PolicyMaker.Shown of(Tx tx, PolicyVersion version);
  }

  private ResponseEntity<String> show(HttpStatus status, Visit visit, int version, Showing showing) {
    PolicyMaker maker = new PolicyMaker(policies, visit.watch(), visit.viewer().mayAct());
    @Nullable PolicyView view = door.read(visit.merchant(), tx -> policies.find(tx, version)
            .map(found -> maker.view(tx, showing.of(tx, found))))
        .orElse(null);
    if (view == null) {
      return absent(visit);
    }
    String title = (status == HttpStatus.OK ? "" : "Error: ") + "Routing policy v" + version;
    return pages.page(status, visit, Nav.ROUTING, title, PAGE, view);
  }

  private ResponseEntity<String> absent(Visit visit) {
    Block block = new Block(Block.Kind.NO_MATCH, "There is no such version", "It may have been a draft that is gone.",
        new Block.Action("Show the versions", "/console/routing/policies"));
    return pages.page(HttpStatus.NOT_FOUND, visit, Nav.ROUTING, "No such version", "shell/block.jte", block);
  }
}
