package criteriafixture;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** A criterion with a parameter of each kind there is. */
@Kind(type = "every-kind", title = "Every kind", help = "Takes one of each.")
public record EveryKind(
    @Parameter(title = "Whole", min = 1, max = 10, begin = "2") int whole,
    @Parameter(title = "Long", max = 1e15) long large,
    @Parameter(title = "Share", max = 1, begin = "0.5") double share,
    @Parameter(title = "Flag", begin = "false") boolean flag,
    @Parameter(title = "Currency", names = Names.CURRENCY, begin = "\"EUR\"") String currency,
    @Parameter(title = "Unknown", begin = "\"STAY\"") Unknown unknown,
    @Parameter(title = "Countries", names = Names.COUNTRY, min = 1) Set<String> countries,
    @Parameter(title = "Kinds", begin = "[]") Set<LocationKind> kinds,
    @Parameter(title = "Order", names = Names.LOCATION, max = 3, begin = "[]") List<String> order,
    @Parameter(title = "Kind order", begin = "[]") List<LocationKind> kindOrder,
    @Parameter(title = "From", begin = "\"08:00\"") LocalTime from,
    @Parameter(title = "Span", max = 120, begin = "\"PT1H\"") Duration span)
    implements Filter {

  public EveryKind {
    if (whole == 10 && flag) {
      throw new IllegalArgumentException("must not have both");
    }
  }

  @Override
  public Ruling judge(Place place, Facts facts) {
    return Ruling.STAYS;
  }
}
