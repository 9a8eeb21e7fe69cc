package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.Halt;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.calls.Together;
import dev.crossdock.channels.stock.StockPush;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells and asks what a seller has in stock, over the Listings Items API: told one SKU a call, in all marketplaces in
 * which it is listed, since a quantity names no marketplace, and asked for by search, 20 SKUs a call. A feed would
 * take thousands of SKUs at once, but Amazon takes a feed every two minutes at best and works on it for minutes more,
 * and only then names the SKUs it minds. Five calls a second show a sold-out SKU within a second or two, which is what
 * keeps it from being sold twice, and each answers for itself.
 *
 * <p>The quantity is merged into what the listing says, so that its handling time and restock date stay. Only what the
 * seller ships is told: a listing that Amazon ships would be taken over by the number, so those are refused.
 */
public final class AmazonListings implements StockPush {

  /** As many calls as Amazon grants at once; with more, numbers would grow old while they wait for their call. */
  static final int BATCH_MAX = 5;

  @Override
  public int batchMax() {
    return BATCH_MAX;
  }

  @Override
  public int askMax() {
    return ListingsApi.IDENTIFIERS_MAX;
  }

  @Override
  public Told tell(List<Level> levels, ChannelSession session) {
    return StockTalk.tell(
        session,
        talk -> {
          ListingsApi api = levels.size() > 1 ? new ListingsApi(talk).signedIn() : new ListingsApi(talk);
          return told(levels, Together.each(BATCH_MAX, levels, talk::isEarly, api::tell), api.notBefore());
        });
  }

  /** When a call came too soon, those that were taken are not told again. */
  private static Told told(
      List<Level> levels, List<Together.Came<ListingsApi.Found>> came, Instant granted) {
    List<Refused> refused = new ArrayList<>();
    Map<String, String> references = new HashMap<>();
    Set<Integer> leftOver = new HashSet<>();
    Instant notBefore = granted;
    for (int i = 0; i < levels.size(); i++) {
      switch (came.get(i)) {
        case Together.Made<ListingsApi.Found>(ListingsApi.None(String words)) -> refused.add(new Refused(i, words));
        case Together.Made<ListingsApi.Found>(ListingsApi.Listing listing) ->
            references.put(levels.get(i).place().channelSku(), listing.reference(levels.get(i).place()));
        case Together.Left<ListingsApi.Found>() -> leftOver.add(i);
        case Together.Broken<ListingsApi.Found>(Halt halt) -> {
          Instant until = halt.until().filter(_ -> levels.size() > 1).orElseThrow(() -> halt);
          notBefore = until.isAfter(notBefore) ? until : notBefore;
          leftOver.add(i);
        }
      }
    }
    return new Told.Taken(refused, references, leftOver, notBefore);
  }

  @Override
  public Shown ask(List<Place> places, ChannelSession session) {
    return StockTalk.ask(
        session,
        talk -> {
          ListingsApi api = new ListingsApi(talk);
          List<Level> levels = new ArrayList<>();
          Map<String, String> references = new HashMap<>();
          Map<String, ListingsApi.Listing> found = api.search(places);
          for (Place place : places) {
            ListingsApi.Listing listing = found.get(place.channelSku());
            boolean there =
                listing != null && (place.location().isEmpty() || listing.marketplaces().contains(place.location()));
            if (listing != null && there) {
              references.put(place.channelSku(), listing.reference(place));
              Integer units = listing.units();
              if (units != null) {
                levels.add(new Level(place, units));
              }
            }
          }
          return new Shown.Levels(levels, references, api.notBefore());
        });
  }
}
