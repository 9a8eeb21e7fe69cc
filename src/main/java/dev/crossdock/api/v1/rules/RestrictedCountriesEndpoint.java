package dev.crossdock.api.v1.rules;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.validation.Restrictions;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Countries nothing is shipped to. An order for one of them is held; lifting the restriction lets it go on. */
@RestController
class RestrictedCountriesEndpoint {

  private static final Set<String> ISO = Set.of(Locale.getISOCountries());

  private final Commands commands;
  private final Restrictions restrictions;

  RestrictedCountriesEndpoint(Commands commands, Restrictions restrictions) {
    this.commands = commands;
    this.restrictions = restrictions;
  }

  /**
   * The list as it stands.
   *
   * @param ordersFreed orders that go on because their country is off the list now
   */
  record RestrictedCountries(List<String> countries, int ordersFreed) {}

  @GetMapping("/api/v1/restricted-countries")
  @RequiresScope(Scope.ORDERS_READ)
  RestrictedCountries get(ApiCall call) {
    return commands.read(call, tx -> new RestrictedCountries(sorted(restrictions.countries(tx)), 0));
  }

  /** Replaces the list with these ISO 3166-1 alpha-2 codes. */
  @PutMapping("/api/v1/restricted-countries")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<RestrictedCountries> put(ApiCall call, @RequestBody List<String> body) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (!ISO.contains(String.valueOf(body.get(i)))) {
        errors.add(new FieldError("/" + i, "unknown", "It must be an ISO 3166-1 alpha-2 code such as US."));
      }
    }
    Refusal.throwIfAny(errors);
    return commands.write(
        call,
        RestrictedCountries.class,
        tx -> {
          int freed = restrictions.put(tx, Set.copyOf(new TreeSet<>(body)));
          return new RestrictedCountries(sorted(restrictions.countries(tx)), freed);
        });
  }

  private static List<String> sorted(Set<String> countries) {
    return countries.stream().sorted().toList();
  }
}
