package dev.crossdock.channels.adapters.calls;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.http.Outbound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a channel about stock, of as many calls as it takes. What a channel may answer never throws out
 * of it: no answer, a busy channel, refused credentials and answers nobody can read become what the port says for them.
 */
public final class StockTalk {

  /** A turn is over after this long; what is not told by then is told next time. The pusher's lease is longer. */
  static final Duration TURN_MAX = Duration.ofSeconds(35);

  /** After this long no further call begins that can as well be made next time, with numbers that are newer then. */
  static final Duration LATE = Duration.ofSeconds(5);

  private static final int WORDS_CHARS_MAX = 300;
  private static final int SECRET_CHARS_MIN = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final ChannelSession session;
  private final Instant end;
  private final Instant late;

  private StockTalk(ChannelSession session) {
    this.session = session;
    this.end = session.now().plus(TURN_MAX);
    this.late = session.now().plus(LATE);
  }

  /** Tells the channel. */
  public static Told tell(ChannelSession session, Function<StockTalk, Told> telling) {
    StockTalk talk = new StockTalk(session);
    try {
      return telling.apply(talk);
    } catch (Halt halt) {
      return halt.<Told>answer(session.now(), later -> later, never -> never);
    } catch (Unreadable _) {
      return talk.unreadable();
    }
  }

  /** Asks the channel. */
  public static Shown ask(ChannelSession session, Function<StockTalk, Shown> asking) {
    StockTalk talk = new StockTalk(session);
    try {
      return asking.apply(talk);
    } catch (Halt halt) {
      return halt.<Shown>answer(session.now(), later -> later, never -> never);
    } catch (Unreadable _) {
      return talk.unreadable();
    }
  }

  public ChannelSession session() {
    return session;
  }

  /** Ends the conversation when its time is over: another pusher may have the turn soon. Asked before each call. */
  public void mustBeInTime() {
    if (session.now().isAfter(end)) {
      throw Halt.outage(session.now(), "The channel took too long over all of it.");
    }
  }

  /** Whether there is time for calls that can as well be made next time. */
  public boolean isEarly() {
    return session.now().isBefore(late);
  }

  /** The answer, if it is one to read; ends the conversation otherwise. */
  public Outbound.Answer answer(Reply reply) {
    if (reply instanceof Reply.Answered(Outbound.Answer answer)) {
      return answer;
    }
    throw Halt.because(reply);
  }

  /** What the channel says about a level, short and in one line, without anything secret that it may repeat. */
  public String words(@Nullable String said, String otherwise) {
    if (said == null || said.isBlank()) {
      return otherwise;
    }
    String words = said;
    AccountSettings account = session.account();
    for (String secret :
        account.secrets().keySet().stream()
            .flatMap(key -> account.secretValues(key).stream())
            .filter(value -> value.length() >= SECRET_CHARS_MIN)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      words = words.replace(secret, "…");
    }
    words = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return words.length() <= WORDS_CHARS_MAX ? words : words.substring(0, WORDS_CHARS_MAX - 1) + "…";
  }

  /** A count as channels write it: a number or a text, below zero where more was sold than there was; null for none. */
  public static @Nullable Integer count(JsonCursor place) {
    BigDecimal number = place.decimalOrNull();
    return number == null
        ? null
        : number.setScale(0, RoundingMode.FLOOR).min(MOST).max(MOST.negate()).intValueExact();
  }

  private StockPush.TryLater unreadable() {
    return new StockPush.TryLater(
        session.now(), "The channel's answer is not what its API promises.");
  }
}
