package dev.crossdock.console.exceptions;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.console.exceptions.GroupMaker.Typed;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionSearch.Group;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what failed by its cause, and takes the remedy. */
@RestController
class ExceptionsPage {

  private static final String TEMPLATE = "exceptions/page.jte";
  private static final int SKU_MAX = 200;

  private final Pages pages;
  private final Door door;
  private final ExceptionSearch search;
  private final GroupMaker maker;
  private final Remedies remedies;
  private final Catalog catalog;

  ExceptionsPage(
      Pages pages, Door door, ExceptionSearch search, GroupMaker maker, Remedies remedies, Catalog catalog) {
    this.pages = pages;
    this.door = door;
    this.search = search;
    this.maker = maker;
    this.remedies = remedies;
    this.catalog = catalog;
  }

  @GetMapping("/console/exceptions")
  ResponseEntity<String> page(Visit visit, @RequestParam(required = false) @Nullable String group) {
    ExceptionsView view = door.read(visit.merchant(), tx -> view(tx, visit, group, null));
    return pages.page(visit, Nav.EXCEPTIONS, "Exceptions", TEMPLATE, view);
  }

  /** The page's content as it is now, for somebody who looks at it. */
  @GetMapping("/console/exceptions/live")
  ResponseEntity<String> live(Visit visit, @RequestParam(required = false) @Nullable String group) {
    ExceptionsView view = door.read(visit.merchant(), tx -> view(tx, visit, group, null));
    return pages.part(
        HttpStatus.OK, "exceptions/live.jte", Map.of("viewer", visit.viewer(), "page", view));
  }

  @PostMapping("/console/exceptions/map")
  ResponseEntity<String> map(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(name = "sku", defaultValue = "") List<String> skus) {
    String sku = skus.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
    Optional<String> error = door.read(visit.merchant(), tx -> error(tx, sku));
    if (error.isPresent()) {
      Typed typed = new Typed(sku, error.get());
      ExceptionsView view = door.read(visit.merchant(), tx -> view(tx, visit, group, typed));
      return pages.page(
          HttpStatus.UNPROCESSABLE_CONTENT, visit, Nav.EXCEPTIONS, "Error: Exceptions", TEMPLATE, view);
    }
    return Commands.told(request, remedies.map(visit, key, group, sku), Nav.EXCEPTIONS.href());
  }

  @PostMapping("/console/exceptions/rerun")
  ResponseEntity<String> rerun(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key) {
    return Commands.told(request, remedies.rerun(visit, key, group), GroupMaker.href(group));
  }

  @PostMapping("/console/exceptions/dismiss")
  ResponseEntity<String> dismiss(
      Visit visit,
      HttpServletRequest request,
      @RequestParam String group,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(name = "case", defaultValue = "") List<UUID> cases) {
    return Commands.told(request, remedies.dismiss(visit, key, reason.strip(), cases), GroupMaker.href(group));
  }

  private Optional<String> error(Tx tx, String sku) {
    if (sku.isEmpty()) {
      return Optional.of("Enter one of our SKUs.");
    }
    return sku.length() <= SKU_MAX && catalog.known(tx, Set.of(sku)).contains(sku)
        ? Optional.empty()
        : Optional.of("There is no SKU " + sku.substring(0, Math.min(sku.length(), SKU_MAX))
            + ". Enter one of the catalogue.");
  }

  private ExceptionsView view(Tx tx, Visit visit, @Nullable String wanted, @Nullable Typed typed) {
    List<Group> groups = search.groups(tx, ExceptionSearch.PAGE_MAX);
    Group chosen = groups.stream().filter(group -> group.key().equals(wanted)).findFirst()
        .orElse(groups.isEmpty() ? null : groups.getFirst());
    int count = search.openCount(tx);
    String live = "/console/exceptions/live"
        + (chosen == null ? "" : "?group=" + URLEncoder.encode(chosen.key(), StandardCharsets.UTF_8));
    return new ExceptionsView(
        OrderWords.count(count, ExceptionSearch.COUNT_MAX),
        groups.stream().map(group -> maker.link(group, visit.watch(), group.equals(chosen))).toList(),
        chosen == null ? null
            : maker.group(tx, chosen, visit.watch(), visit.viewer().mayAct() ? remedies::key : null, typed),
        chosen == null
            ? new Block(Block.Kind.CLEAR, "Nothing needs you", "Every exception is settled.",
                new Block.Action("Show open orders", Nav.ORDERS.href()))
            : null,
        live);
  }
}
