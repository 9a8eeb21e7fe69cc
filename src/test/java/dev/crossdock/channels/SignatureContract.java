package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an adapter of a channel that signs must accept and refuse, tried on one recorded message. */
record SignatureContract(Channel channel, ChannelFixture fixture, Recording recording) {

  private static final String OTHER = "another-secret";

  void holds() {
    if (recording.unsigned()) {
      assertThat(verify(recording.message(), fixture.account())).isEqualTo(new Verification.Authentic());
      return;
    }
    acceptsTheChannelsOwn();
    refusesOtherBytes();
    refusesOtherHeaders();
    followsARotation();
    if (fixture.signsTime()) {
      refusesOtherTimes();
    }
  }

  private void acceptsTheChannelsOwn() {
    assertThat(verify(signed(ChannelFixture.SECRET), fixture.account())).isEqualTo(new Verification.Authentic());
  }

  private void refusesOtherBytes() {
    byte[] body = recording.message().body();
    Map<String, String> signature = signature(ChannelFixture.SECRET);
    byte[] tampered = body.clone();
    tampered[body.length / 2] ^= 1;
    byte[] spaced = Arrays.copyOf(body, body.length + 1);
    spaced[body.length] = ' ';
    byte[] written = new String(body, StandardCharsets.UTF_8).replace("\":", "\": ").getBytes(StandardCharsets.UTF_8);
    for (byte[] other : new byte[][] {tampered, spaced, written, new byte[0]}) {
      if (!Arrays.equals(other, body)) {
        Recording changed = new Recording(recording.name(), recording.with(other), false, "");
        assertThat(verify(changed.with(signature), fixture.account())).isEqualTo(refused(Reason.WRONG_SIGNATURE));
      }
    }
  }

  private void refusesOtherHeaders() {
    String good = String.valueOf(signature(ChannelFixture.SECRET).get(fixture.signatureHeader()));
    assertThat(verify(recording.message(), fixture.account())).isEqualTo(refused(Reason.MISSING_SIGNATURE));
    assertThat(header("")).isEqualTo(refused(Reason.MISSING_SIGNATURE));
    for (String malformed :
        new String[] {good + "," + good, good + ", " + good, good + ",", good + good, "x", "0", "=", "%"}) {
      assertThat(header(malformed)).as(malformed).isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
    }
    for (String wrong : new String[] {good.toUpperCase(Locale.ROOT), good.toLowerCase(Locale.ROOT), flipped(good)}) {
      if (!wrong.equals(good)) {
        assertThat(header(wrong)).as(wrong).isInstanceOf(Verification.Refused.class);
      }
    }
    assertThat(header("x".repeat(100_000))).isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
  }

  /** Two secrets count while one is being replaced; once the old one is gone, it is worth nothing. */
  private void followsARotation() {
    RawMessage old = signed(ChannelFixture.SECRET);
    RawMessage fresh = signed(OTHER);
    AccountSettings during = fixture.accountWithSecret(OTHER + "\n" + ChannelFixture.SECRET);
    AccountSettings after = fixture.accountWithSecret(OTHER);
    assertThat(verify(old, during)).isEqualTo(new Verification.Authentic());
    assertThat(verify(fresh, during)).isEqualTo(new Verification.Authentic());
    assertThat(verify(old, after)).isEqualTo(refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(fresh, after)).isEqualTo(new Verification.Authentic());
    assertThat(verify(old, fixture.accountWithSecret(""))).isEqualTo(refused(Reason.NO_SECRET));
  }

  private void refusesOtherTimes() {
    for (int minutes : new int[] {-6, 6}) {
      assertThat(signedAway(minutes)).as("%d minutes away", minutes).isEqualTo(refused(Reason.STALE));
    }
    for (int minutes : new int[] {-4, 4}) {
      assertThat(signedAway(minutes)).as("%d minutes away", minutes).isEqualTo(new Verification.Authentic());
    }
  }

  private Verification signedAway(int minutes) {
    Instant when = ReplayedExchange.NOW.plus(Duration.ofMinutes(minutes));
    Map<String, String> headers = fixture.signature(recording.message().body(), ChannelFixture.SECRET, when);
    return verify(recording.with(headers), fixture.account());
  }

  /** The last letter before the padding has bits that count for nothing: the same bytes, spelt otherwise. */
  private static String flipped(String base64) {
    int last = base64.length() - 2;
    char other = (char) (base64.charAt(last) + 1);
    return base64.substring(0, last) + other + base64.substring(last + 1);
  }

  private Verification header(@Nullable String value) {
    Map<String, String> headers = new HashMap<>(signature(ChannelFixture.SECRET));
    headers.put(fixture.signatureHeader(), String.valueOf(value));
    return verify(recording.with(headers), fixture.account());
  }

  private RawMessage signed(String secret) {
    return recording.with(signature(secret));
  }

  private Map<String, String> signature(String secret) {
    return fixture.signature(recording.message().body(), secret, ReplayedExchange.NOW);
  }

  private Verification verify(RawMessage message, AccountSettings account) {
    return channel.verify(message, account, ReplayedExchange.NOW);
  }

  private static Verification refused(Reason reason) {
    return new Verification.Refused(reason);
  }
}
