package dev.crossdock.console.routing.applying;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.tryout.Application;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Applications;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A preview of a version on orders not yet released, the button that applies it, and how far that is. */
@RestController
class ApplyPage {

  private static final String ONE = ApplyAllPage.PATH + "/{id:[0-9a-f-]{36}}";
  private static final String POLICIES = "/console/routing/policies/";
  private static final int SHOWN = 50;

  private final Pages pages;
  private final Door door;
  private final Applications applications;
  private final Policies policies;
  private final Commands commands;

  ApplyPage(Pages pages, Door door, Applications applications, Policies policies, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.applications = applications;
    this.policies = policies;
    this.commands = commands;
  }

  @GetMapping(ONE)
  ResponseEntity<String> page(
      Visit visit, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after) {
    Optional<ApplyView> view = door.read(visit.merchant(), tx -> view(tx, visit, id, after));
    if (view.isEmpty()) {
      Block block =
          new Block(
              Block.Kind.NO_MATCH, "There is no such preview", "They are kept for 90 days.",
              new Block.Action("Show them all", ApplyAllPage.PATH));
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.ROUTING, "No such preview", "shell/block.jte", block);
    }
    return pages.page(visit, Nav.ROUTING, view.get().heading(), "routing/applying/page.jte", view.get());
  }

  @GetMapping(ONE + "/live")
  ResponseEntity<String> live(Visit visit, @PathVariable UUID id) {
    return door.read(visit.merchant(), tx -> view(tx, visit, id, null))
        .map(view -> pages.part(
            HttpStatus.OK, "routing/applying/live.jte", Map.of("viewer", visit.viewer(), "page", view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Looks at what a version would do. */
  @PostMapping(POLICIES + "{version:[0-9]{1,8}}/apply")
  ResponseEntity<String> preview(
      Visit visit, HttpServletRequest request, @PathVariable int version, @RequestParam(defaultValue = "") String key) {
    return begun(
        visit, request, new Commands.Form(key, "policy-preview", List.of(String.valueOf(version))),
        tx -> applications.preview(tx, version), POLICIES + version);
  }

  /** Does what a preview has shown. */
  @PostMapping(ONE + "/apply")
  ResponseEntity<String> apply(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
    return begun(
        visit, request, new Commands.Form(key, "policy-apply", List.of(id.toString())),
        tx -> applications.find(tx, id)
            .map(preview -> applications.begin(tx, preview.version()))
            .orElseGet(Applications.Answer.Missing::new),
        ApplyAllPage.PATH + "/" + id);
  }

  @PostMapping(ONE + "/cancel")
  ResponseEntity<String> cancel(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
    Flash flash = commands.run(
        visit, new Commands.Form(key, "policy-apply-cancel", List.of(id.toString())),
        tx -> applications.cancel(tx, id)
            ? Flash.done("Cancelled")
            : Flash.refused("Nothing was changed: it had ended already."));
    return Commands.told(request, flash, ApplyAllPage.PATH + "/" + id);
  }

  private ResponseEntity<String> begun(
      Visit visit, HttpServletRequest request, Commands.Form form, Function<Tx, Applications.Answer> work,
      String otherwise) {
    String[] next = {otherwise};
    Flash flash = commands.run(
        visit, form,
        tx -> switch (work.apply(tx)) {
          case Applications.Answer.Begun(Application begun) -> {
            next[0] = ApplyAllPage.PATH + "/" + begun.id();
            String doing = begun.preview() ? " is looked at on " : " is applied to ";
            yield Flash.done("v" + begun.version() + doing + Units.grouped(begun.total()) + " orders");
          }
          case Applications.Answer.Missing missing -> Flash.refused("Nothing was begun: there is no such version.");
          case Applications.Answer.Refused(String sentence) -> Flash.refused("Nothing was begun. " + sentence);
        });
    return Commands.told(request, flash, next[0]);
  }

  private Optional<ApplyView> view(Tx tx, Visit visit, UUID id, @Nullable UUID after) {
    return applications.find(tx, id).map(found -> {
      List<Item> items = applications.items(tx, id, after, SHOWN + 1);
      List<Item> shown = items.subList(0, Math.min(SHOWN, items.size()));
      String path = ApplyAllPage.PATH + "/" + id;
      String trouble = found.trouble();
      return new ApplyView(
          path, POLICIES + found.version(), ApplyMaker.heading(found), ApplyMaker.badge(found.state()),
          "begun " + visit.watch().when(found.createdAt()).relative(), found.state().going(), found.preview(),
          found.done(), found.total(), trouble == null ? null : Note.of(Role.CRITICAL, Icon.EXCEPTIONS, trouble),
          ApplyMaker.counts(found), ApplyMaker.costs(applications.costs(tx, id)), ApplyMaker.orders(shown),
          shown.isEmpty() ? ApplyMaker.none(found) : null,
          items.size() > SHOWN ? path + "?after=" + shown.getLast().order() : null, button(tx, visit, found),
          commands.key(), visit.viewer().mayAct());
    });
  }

  /** Offered where the preview is whole, its version decides, and something would change. */
  private @Nullable String button(Tx tx, Visit visit, Application found) {
    boolean whole = found.preview() && found.state() == Application.State.DONE && found.changed() > 0;
    return whole && visit.viewer().mayAct() && policies.active(tx).version() == found.version()
        ? "Apply v" + found.version() + " to " + Units.grouped(found.total())
            + (found.total() == 1 ? " order" : " orders")
        : null;
  }
}
