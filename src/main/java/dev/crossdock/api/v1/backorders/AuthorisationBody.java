package dev.crossdock.api.v1.backorders;

import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.platform.http.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of a SKU that may be sold ahead.
 *
 * @param channel whose orders may use it; all, when it is absent
 * @param account of that channel; all its accounts, when it is absent
 * @param kind {@code BACKORDER} or {@code PREORDER}
 * @param promisedOn when they come; as what is incoming comes in, when it is absent, or with the release of a pre-order
 * @param releaseOn of a pre-order: none leaves before this day
 * @param endsOn the last day they may be sold
 */
record AuthorisationBody(
    @Nullable String sku,
    @Nullable String channel,
    @Nullable String account,
    @Nullable String kind,
    @Nullable Long units,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn,
    @Nullable LocalDate endsOn) {

  AuthorisationInput input() {
    List<FieldError> errors = new ArrayList<>();
    if (sku == null) {
      errors.add(Items.error(0, "sku", "required", "This must be given."));
    }
    if (units == null) {
      errors.add(Items.error(0, "units", "required", "This must be given."));
    }
    AuthorisationKind what = asked();
    if (what == null) {
      errors.add(Items.error(0, "kind", "unknown", "BACKORDER or PREORDER."));
    }
    Refusal.throwIfAny(errors);
    return new AuthorisationInput(
        sku == null ? "" : sku, channel, account, what == null ? AuthorisationKind.BACKORDER : what,
        units == null ? 0 : units, promisedOn, releaseOn, endsOn);
  }

  private @Nullable AuthorisationKind asked() {
    return switch (kind) {
      case "BACKORDER" -> AuthorisationKind.BACKORDER;
      case "PREORDER" -> AuthorisationKind.PREORDER;
      case null, default -> null;
    };
  }
}
