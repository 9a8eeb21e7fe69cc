package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.platform.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's orders, over the version of the Orders API that the account uses, and its notifications, where it
 * has a queue. The documents become messages of the topics named here; notifications have none.
 */
public final class AmazonOrders {

  /** The topic of an order read in the shape of 2026-01-01. */
  public static final String READ_2026 = "order/2026-01-01";

  /** The topic of an order read in the shape of v0, as a {@link DocumentV0}. */
  public static final String READ_V0 = "order/v0";

  /** The topic of an entry of a list of v0, which names a changed order without its items. */
  public static final String CHANGED_V0 = "order-changed/v0";

  /** How often to look for changed orders; Amazon grants a look every three minutes. */
  static final Duration LOOK_EVERY = Duration.ofMinutes(5);

  private AmazonOrders() {}

  /** One order. */
  public static FetchOutcome fetch(String orderId, ChannelSession session) {
    return OrdersApi.of(session).fetch(orderId);
  }

  /**
   * The notifications waiting in the queue; when there are none, a page of changed orders, if it is time to look. The
   * cursor carries the receipts of the notifications handed out last: being given back, it proves that they are stored,
   * and only then are they deleted from the queue.
   */
  public static ChangesOutcome changesSince(@Nullable String cursor, Duration overlap, ChannelSession session) {
    AmazonAccount account = new AmazonAccount(session.account());
    Instant now = session.now();
    AmazonCursor at =
        AmazonCursor.parse(cursor, () -> account.readSince().orElse(now.minus(AmazonCursor.FIRST_LOOK_BACK)));
    if (account.hasQueue()) {
      ChangesOutcome waiting = waiting(at, SqsQueue.of(session, account));
      if (!(waiting instanceof ChangesOutcome.Page page) || !page.documents().isEmpty()) {
        return waiting;
      }
    }
    AmazonCursor stored = at.withReceipts(List.of());
    return at.isDue(now)
        ? OrdersApi.of(session).changes(stored.begun(now), overlap)
        : new ChangesOutcome.Page(List.of(), stored.text(), false);
  }

  private static ChangesOutcome waiting(AmazonCursor at, @Nullable SqsQueue queue) {
    if (queue == null) {
      return new ChangesOutcome.Failed("The queue needs its address at SQS, an access key and a secret key.");
    }
    Reply deleted = queue.delete(at.receipts());
    Reply reply = deleted instanceof Reply.Answered ? queue.receive() : deleted;
    return switch (reply) {
      case Reply.Answered(Outbound.Answer answer) -> {
        SqsQueue.Batch batch = SqsQueue.read(answer.body());
        List<RawMessage> documents = batch.messages();
        yield new ChangesOutcome.Page(documents, at.withReceipts(batch.receipts()).text(), !documents.isEmpty());
      }
      case Reply.NotFound _ -> new ChangesOutcome.Failed("There is no queue at this address (404).");
      case Reply.TryLater(Instant notBefore, _, _) ->
          new ChangesOutcome.TryLater(notBefore, "The queue did not answer.");
      case Reply.Failed(int status, _) ->
          new ChangesOutcome.Failed("The queue refused access (" + status + "): check its address, key and policy.");
    };
  }
}
