package dev.crossdock.api.v1.catalog;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ItemError;
import dev.crossdock.catalog.Substitutes;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be sent in place of a SKU. */
@RestController
class SubstitutesEndpoint {

  private final Commands commands;
  private final Catalog catalog;
  private final Substitutes substitutes;

  SubstitutesEndpoint(Commands commands, Catalog catalog, Substitutes substitutes) {
    this.commands = commands;
    this.catalog = catalog;
    this.substitutes = substitutes;
  }

  /** SKUs, the best substitute first. */
  record SubstitutesBody(@Nullable List<@Nullable String> substitutes) {}

  /** What may be sent in place of the SKU, the best first. */
  record SubstitutesView(String sku, List<String> substitutes) {}

  @GetMapping("/api/v1/products/{sku}/substitutes")
  @RequiresScope(Scope.CATALOG_READ)
  SubstitutesView get(ApiCall call, @PathVariable String sku) {
    return commands.read(
        call,
        tx -> {
          if (sku.indexOf('\0') >= 0 || catalog.find(tx, sku).isEmpty()) {
            throw Refusal.notFound("There is no such SKU.");
          }
          return new SubstitutesView(sku, substitutes.of(tx, Set.of(sku)).getOrDefault(sku, List.of()));
        });
  }

  @PutMapping("/api/v1/products/{sku}/substitutes")
  @RequiresScope(Scope.CATALOG_WRITE)
  ResponseEntity<SubstitutesView> put(
      ApiCall call, @PathVariable String sku, @RequestBody SubstitutesBody body) {
    List<@Nullable String> told = body.substitutes();
    if (told == null) {
      throw Refusal.invalid(List.of(Items.error(0, "substitutes", "required", "This must be given.")));
    }
    List<String> wanted = told.stream().map(other -> Objects.requireNonNullElse(other, "")).toList();
    return commands.write(
        call,
        SubstitutesView.class,
        tx -> {
          List<ItemError> errors = substitutes.put(tx, sku, wanted);
          if (errors.stream().anyMatch(e -> e.rule().equals("missing"))) {
            throw Refusal.notFound("There is no such SKU.");
          }
          Refusal.throwIfAny(
              errors.stream().map(e -> Items.error(0, e.field(), e.rule(), e.sentence())).toList());
          return new SubstitutesView(sku, wanted);
        });
  }
}
