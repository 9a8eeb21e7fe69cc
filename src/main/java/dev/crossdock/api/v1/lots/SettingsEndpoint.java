package dev.crossdock.api.v1.lots;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.SkuSettings;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What SKUs ask for. A shelf life that changes blocks or frees lots at once. */
@RestController
class SettingsEndpoint {

  private static final int LOTS_AT_ONCE = 1_000;

  private final Commands commands;
  private final SkuSettings settings;
  private final Lots lots;
  private final Routing routing;

  SettingsEndpoint(Commands commands, SkuSettings settings, Lots lots, Routing routing) {
    this.commands = commands;
    this.settings = settings;
    this.lots = lots;
    this.routing = routing;
  }

  /** How many settings changed, and how many told nothing new. */
  record SettingsStored(int changed, int unchanged) {}

  /** What a SKU asks for. */
  record SettingView(String sku, Tracking tracking, long shelfDays) {

    static SettingView of(SkuSetting setting) {
      return new SettingView(setting.sku(), setting.tracking(), setting.shelfDays());
    }
  }

  @PutMapping("/api/v1/sku-settings")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<SettingsStored> put(ApiCall call, @RequestBody List<SettingBody> body) {
    List<SkuSetting> wanted = Items.of(body).stream().map(SettingBody::setting).toList();
    return commands.write(call, SettingsStored.class, tx -> stored(tx, settings.put(tx, wanted)));
  }

  @GetMapping("/api/v1/sku-settings")
  @RequiresScope(Scope.STOCK_READ)
  Page<SettingView> list(ApiCall call, PageRequest page) {
    List<SkuSetting> found = commands.read(call, tx -> settings.list(tx, page.after(), page.probe()));
    return page.page(found.stream().map(SettingView::of).toList(), SettingView::sku);
  }

  private SettingsStored stored(Tx tx, SkuSettings.Stored stored) {
    Refusal.throwIfAny(
        stored.errors().stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
    routing.stockRose(tx, lots.expire(tx, LOTS_AT_ONCE).rose());
    return new SettingsStored(stored.changed(), stored.unchanged());
  }
}
