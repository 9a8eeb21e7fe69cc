package dev.crossdock.routing.internal;

import dev.crossdock.routing.FactsSource;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain goods, plain places, no rate cards. */
public final class PlainNetwork implements FactsSource.Network {

  @Override
  public PlaceProfile profile(String location) {
    return PlaceProfile.PLAIN;
  }

  @Override
  public PlaceLoad load(String location) {
    return PlaceLoad.NONE;
  }

  @Override
  public ItemFacts item(String sku) {
    return ItemFacts.PLAIN;
  }

  @Override
  public @Nullable Double soldPerDay(String sku, String location) {
    return null;
  }

  @Override
  public @Nullable Integer ageDays(String sku, String location) {
    return null;
  }

  @Override
  public Tariffs tariffs() {
    return (from, to, load, leaves) -> List.of();
  }
}
