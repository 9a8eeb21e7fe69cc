package dev.crossdock.channels.adapters.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.platform.http.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
  private static final URI ANYWHERE = URI.create("https://shop.example/api");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void readsWhatSucceeded(int status) {
    assertThat(answered(status, Map.of())).isInstanceOf(Reply.Answered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 400, 401, 402, 403, 406, 409, 422, 423})
  void handsToAPersonWhatWillNeverWork(int status) {
    assertThat(answered(status, Map.of())).isInstanceOf(Reply.Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429||2", "429|7|7", "429|0.5|1", "429|Fri, 20 Nov 2026 15:00:09 GMT|9", "429|Fri, 20 Nov 2026 14:00:00 GMT|0",
        "429|soon|2", "429|-3|2", "429|99999999999|2", "429|86400|3600", "408||2", "425||2", "500||30", "503|120|120",
      })
  void waitsAsLongAsItIsAskedTo(int status, String retryAfter, long seconds) {
    Map<String, List<String>> headers = retryAfter == null ? Map.of() : Map.of("retry-after", List.of(retryAfter));

    assertThat(answered(status, headers))
        .isInstanceOfSatisfying(
            Reply.TryLater.class, later -> assertThat(later.notBefore()).isEqualTo(NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void tellsThatThereIsNoSuchThing(int status) {
    assertThat(answered(status, Map.of())).isInstanceOf(Reply.NotFound.class);
  }

  @Test
  void waitsWhenNoAnswerCame() {
    Reply reply =
        Call.get(
            session(
                request -> {
                  throw new IOException("cut off");
                }),
            ANYWHERE,
            Map.of());

    assertThat(reply).isEqualTo(Reply.TryLater.outage(NOW.plus(Call.OUTAGE_PAUSE), "The channel did not answer."));
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "https://shop.example/store/, https://shop.example/store",
    "' https://shop.example:8443 ', https://shop.example:8443",
    "http://localhost:8081, http://localhost:8081",
    "http://127.0.0.1:8081/, http://127.0.0.1:8081",
  })
  void takesSafeAddresses(String typed, String base) {
    assertThat(Addresses.base(typed)).contains(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "shop.example", "http://shop.example", "ftp://shop.example", "https://user:pw@shop.example",
        "https://shop.example?x=1", "https://shop.example#x", "https://", "file:///etc", "https://shop example",
      })
  void refusesOtherAddresses(String typed) {
    assertThat(Addresses.base(typed)).isEmpty();
  }

  private static Reply answered(int status, Map<String, List<String>> headers) {
    return Call.get(session(request -> new Outbound.Answer(status, headers, new byte[0])), ANYWHERE, Map.of());
  }

  private static ChannelSession session(Outbound http) {
    return new ChannelSession() {
      @Override
      public AccountSettings account() {
        return new AccountSettings("any", "any", Map.of(), Map.of());
      }

      @Override
      public Outbound http() {
        return http;
      }

      @Override
      public Instant now() {
        return NOW;
      }

      @Override
      public Optional<String> token(String name) {
        return Optional.empty();
      }

      @Override
      public void keepToken(String name, String value, Instant expiresAt) {
        throw new AssertionError("a call keeps no token by itself");
      }
    };
  }
}
