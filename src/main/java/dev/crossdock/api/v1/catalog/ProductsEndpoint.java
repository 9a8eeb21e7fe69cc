package dev.crossdock.api.v1.catalog;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ItemError;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.catalog.ProductsStored;
import dev.crossdock.catalog.Sku;
import dev.crossdock.catalog.SkuQuery;
import dev.crossdock.channels.Remapping;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is sold. */
@RestController
class ProductsEndpoint {

  private final Commands commands;
  private final Catalog catalog;
  private final Remapping remapping;

  ProductsEndpoint(Commands commands, Catalog catalog, Remapping remapping) {
    this.commands = commands;
    this.catalog = catalog;
    this.remapping = remapping;
  }

  @PostMapping("/api/v1/products")
  @RequiresScope(Scope.CATALOG_WRITE)
  ResponseEntity<Stored> put(ApiCall call, @RequestBody List<ProductBody> body) {
    List<ProductInput> inputs = Items.of(body).stream().map(ProductBody::input).toList();
    return commands.write(
        call,
        Stored.class,
        tx -> {
          Remapping.ProductsMapped mapped = remapping.putProducts(tx, inputs);
          ProductsStored stored = mapped.stored();
          Refusal.throwIfAny(errors(stored.errors()));
          return new Stored(stored.created(), stored.changed(), stored.unchanged(), mapped.ordersFreed());
        });
  }

  @GetMapping("/api/v1/products")
  @RequiresScope(Scope.CATALOG_READ)
  Page<ProductView> list(ApiCall call, PageRequest page, @RequestParam(required = false) @Nullable String text) {
    List<Sku> found = commands.read(call, tx -> catalog.list(tx, new SkuQuery(text, page.after(), page.probe())));
    return page.page(found.stream().map(ProductView::of).toList(), ProductView::sku);
  }

  static List<FieldError> errors(List<ItemError> errors) {
    return errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList();
  }
}
