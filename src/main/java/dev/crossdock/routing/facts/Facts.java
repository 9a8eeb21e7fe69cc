package dev.crossdock.routing.facts;

import java.time.Instant;
import java.util.List;

/**
 * Everything one decision may depend on. Same facts and same policy, same plan: a live order, a dry run and a backtest
 * differ in where these come from and in nothing else.
 *
 * @param places every location of the merchant, in the order of their codes
 * @param now the instant of the decision
 */
public record Facts(OrderFacts order, List<Place> places, StockFacts stock, Tariffs tariffs, Instant now) {

  public Facts {
    places = List.copyOf(places);
  }
}
