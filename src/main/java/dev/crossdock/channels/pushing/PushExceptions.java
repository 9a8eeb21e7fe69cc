package dev.crossdock.channels.pushing;

import dev.crossdock.channels.publishing.Echo;
import dev.crossdock.channels.pushing.internal.PushStore.Refusal;
import dev.crossdock.channels.pushing.internal.Turn;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people are told of stock that did not reach its channel. What settles a cause closes its exception. */
public final class PushExceptions {

  private static final String CONFLICT = "/conflict";

  private final Exceptions exceptions;

  public PushExceptions(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  /** The account can't be told anything as it is set up. */
  void failed(Tx tx, Turn turn, String reason) {
    open(tx, turn, "", "Stock can't be told to the channel: " + reason, "Check the account's credentials.");
  }

  /** The account has not answered for a while. */
  void silent(Tx tx, Turn turn, String reason) {
    open(
        tx, turn, "", "The channel takes no stock at the moment: " + reason,
        "Nothing, if the channel has an outage: it is tried again by itself.");
  }

  /** The account answers. */
  void answers(Tx tx, Turn turn) {
    if (turn.failures() > 0) {
      exceptions.resolve(tx, List.of(key(turn, "")), "The channel answers again.");
    }
  }

  void refused(Tx tx, Turn turn, List<Refusal> refusals) {
    List<NewException> found = new ArrayList<>();
    for (Refusal refusal : refusals) {
      found.add(
          exception(
              turn, refusal.due().channelSku(), key(turn, refusal.due().channelSku()),
              "The channel refused this listing's quantity: " + refusal.words(), "Check the listing at the channel."));
    }
    exceptions.open(tx, found);
  }

  void taken(Tx tx, Turn turn, List<String> channelSkus) {
    exceptions.resolve(tx, channelSkus.stream().map(sku -> key(turn, sku)).toList(), "The channel took it.");
  }

  /** The channel shows another number again and again. */
  void conflict(Tx tx, Turn turn, String channelSku, int told, @Nullable Integer shown) {
    String shows = shown == null ? "nothing" : shown.toString();
    exceptions.open(
        tx,
        List.of(
            exception(
                turn, channelSku, key(turn, channelSku) + CONFLICT,
                "The channel was told " + told + " again and again and shows " + shows
                    + ". Something else seems to change it, so it is told nothing more.",
                "Find out what else writes this listing's stock, switch that off, then have it told again.")));
  }

  /** Numbers go in a circle between a channel and our own stock. */
  void echoed(Tx tx, List<Echo> echoes) {
    List<NewException> found = new ArrayList<>();
    for (Echo echo : echoes) {
      Turn turn = new Turn(echo.listing().channel(), echo.listing().account(), 0, 0);
      found.add(
          exception(
              turn, echo.listing().sku(), key(turn, echo.listing().sku()) + CONFLICT,
              "Again and again the stock of " + echo.sku() + " was set to the number that " + turn.channel() + "/"
                  + turn.account() + " shows, by " + echo.source() + ": now to " + echo.shown() + ", of which "
                  + echo.owed() + " are to be shown. Each round changes it further, so the channel is told nothing"
                  + " more.",
              "Let that source count what is there instead of copying what the channel shows, set the true stock, then"
                  + " have the listing told again."));
    }
    exceptions.open(tx, found);
  }

  /** A person had these listings told again. */
  void healed(Tx tx, String channel, String account, List<String> channelSkus) {
    Turn turn = new Turn(channel, account, 0, 0);
    exceptions.resolve(
        tx, channelSkus.stream().map(sku -> key(turn, sku) + CONFLICT).toList(), "It is told again.");
  }

  private void open(Tx tx, Turn turn, String channelSku, String sentence, String remedy) {
    exceptions.open(tx, List.of(exception(turn, channelSku, key(turn, channelSku), sentence, remedy)));
  }

  private static NewException exception(
      Turn turn, String channelSku, String key, String sentence, String remedy) {
    return new NewException(
        ExceptionType.CHANNEL_PUSH_FAILED,
        "stock:" + turn.channel() + "/" + turn.account(),
        key,
        null,
        null,
        turn.channel(),
        turn.account(),
        sentence,
        remedy,
        Map.of("channelSku", channelSku));
  }

  private static String key(Turn turn, String channelSku) {
    return "stock:" + turn.channel() + "/" + turn.account() + "/" + channelSku;
  }
}
