package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.platform.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reads orders over one version of Amazon's Orders API. */
interface OrdersApi {

  /** One order. */
  FetchOutcome fetch(String orderId);

  /** One page of the orders that changed in the look under way. */
  ChangesOutcome changes(AmazonCursor at, Duration overlap);

  /** The version the account uses. */
  static OrdersApi of(ChannelSession session) {
    AmazonApi api = new AmazonApi(session, new AmazonAccount(session.account()));
    return switch (api.account().ordersApi()) {
      case AmazonAccount.API_2026 -> new OrdersApi2026(api);
      case AmazonAccount.API_V0 -> new OrdersApiV0(api);
      default -> new None();
    };
  }

  /** What a reply that is no answer means for a fetch. */
  static FetchOutcome fetched(Reply reply, Function<Outbound.Answer, FetchOutcome> reading) {
    return switch (reply) {
      case Reply.Answered(Outbound.Answer answer) -> reading.apply(answer);
      case Reply.NotFound _ -> new FetchOutcome.Unknown();
      case Reply.TryLater(Instant notBefore, String reason, _) -> new FetchOutcome.TryLater(notBefore, reason);
      case Reply.Failed(_, String reason) -> new FetchOutcome.Failed(reason);
    };
  }

  /** What a reply means for a look; a mark of a page that Amazon no longer takes makes the look begin anew, once. */
  static ChangesOutcome looked(Reply reply, AmazonCursor at, Function<Outbound.Answer, ChangesOutcome> reading) {
    return switch (reply) {
      case Reply.Answered(Outbound.Answer answer) -> reading.apply(answer);
      case Reply.NotFound _ -> new ChangesOutcome.Failed("There is no Orders API at this address (404).");
      case Reply.TryLater(Instant notBefore, String reason, _) -> new ChangesOutcome.TryLater(notBefore, reason);
      case Reply.Failed(int status, _) when status == 400 && at.token() != null && !at.again() ->
          new ChangesOutcome.Page(List.of(), at.anew().text(), true);
      case Reply.Failed(_, String reason) -> new ChangesOutcome.Failed(reason);
    };
  }

  /** For an account whose setting names no version. */
  final class None implements OrdersApi {

    private static final String REASON =
        "The setting ordersApi must be " + AmazonAccount.API_2026 + " or " + AmazonAccount.API_V0 + ".";

    @Override
    public FetchOutcome fetch(String orderId) {
      return new FetchOutcome.Failed(REASON);
    }

    @Override
    public ChangesOutcome changes(AmazonCursor at, Duration overlap) {
      return new ChangesOutcome.Failed(REASON);
    }
  }
}
