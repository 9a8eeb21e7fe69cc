package dev.crossdock.console.warehouse;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a station at once whether a code means anything. */
@RestController
class CodesEndpoint {

  private final Door door;
  private final Codes codes;

  CodesEndpoint(Door door, Codes codes) {
    this.door = door;
    this.codes = codes;
  }

  /** What a code stands for. */
  record Found(String sku, String title, List<String> codes) {}

  @GetMapping("/console/stock/codes")
  ResponseEntity<Found> find(Visit visit, @RequestParam(defaultValue = "") String code) {
    String wanted = code.replace("\0", "").strip();
    Optional<Sku> found = door.read(visit.merchant(), tx -> codes.sku(tx, wanted));
    return found
        .map(sku -> ResponseEntity.ok().cacheControl(CacheControl.noStore())
            .body(new Found(sku.sku(), sku.title(), Station.codes(sku.sku(), sku))))
        .orElseGet(() -> ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build());
  }
}
