package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the policy, and the beginning of a new one. */
@RestController
class PoliciesPage {

  private static final String PATH = "/console/routing/policies";
  private static final int SHOWN = 50;
  private static final List<Column> COLUMNS = List.of(
      Column.text("Version"), Column.text("State"), Column.text("Name"), Column.text("What it is for"),
      Column.text("By"), Column.text("Made"), Column.text("Decides since"));

  private final Pages pages;
  private final Door door;
  private final Policies policies;
  private final Commands commands;

  PoliciesPage(Pages pages, Door door, Policies policies, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.commands = commands;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit, @RequestParam(required = false) @Nullable Integer before) {
    PolicyView.Versions view = door.read(visit.merchant(), tx -> {
      List<PolicyVersion> found =
          policies.list(tx, before == null ? Integer.MAX_VALUE : Math.max(1, before), SHOWN + 1);
      List<PolicyVersion> shown = found.subList(0, Math.min(SHOWN, found.size()));
      Grid grid = new Grid("Versions of the policy", COLUMNS,
          shown.stream().map(version -> row(visit, version)).toList());
      String more = found.size() > SHOWN ? PATH + "?before=" + shown.getLast().version() : null;
      return new PolicyView.Versions(
          RoutingNav.tabs(RoutingNav.POLICIES), grid, commands.key(), policies.active(tx).version(),
          visit.viewer().mayAct(), more);
    });
    return pages.page(visit, Nav.ROUTING, "Routing policies", "routing/policies/versions.jte", view);
  }

  @PostMapping(PATH)
  ResponseEntity<String> draft(
      Visit visit, HttpServletRequest request, @RequestParam(defaultValue = "") String key,
      @RequestParam(required = false) @Nullable Integer from) {
    int[] made = new int[1];
    Flash flash = commands.run(
        visit, new Commands.Form(key, "policy-draft", List.of(String.valueOf(from))), tx -> {
          PolicyOutcome outcome = policies.draft(tx, from, null, "");
          if (outcome instanceof PolicyOutcome.Done(PolicyVersion version)) {
            made[0] = version.version();
            return Flash.done("Draft v" + version.version() + " begun");
          }
          return Flash.refused(PolicyPage.sentence(outcome));
        });
    return Commands.told(request, flash, made[0] == 0 ? PATH : PolicyMaker.path(made[0]));
  }

  private static Grid.Row row(Visit visit, PolicyVersion version) {
    return Grid.Row.of(
        "v" + version.version(),
        Cell.link("v" + version.version(), PolicyMaker.path(version.version())),
        Cell.badge(PolicyMaker.badge(version)),
        Cell.of(version.name()),
        Cell.of(version.comment()),
        Cell.of(Author.words(version.author())),
        version.createdAt() == null ? Cell.of("") : Cell.when(visit.watch().when(version.createdAt())),
        version.activation() == null || version.createdAt() == null
            ? Cell.of("")
            : Cell.when(visit.watch().when(version.activation().at())));
  }
}
