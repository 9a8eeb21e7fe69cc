package dev.crossdock.channels.adapters.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
  private static final String SECRET = "a secret that only the forwarder knows";
  private static final byte[] BODY = "{\"NotificationType\":\"ORDER_CHANGE\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void acceptsAKnownSignature() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String header = "t=1763650800,v1=df3ecd48892f58c4833e12fcfc843f5e707ee74f38d0d0b5395e20956bfeac22";

    Instant then = Instant.ofEpochSecond(1_763_650_800);

    assertThat(AmazonSignature.sign(body, "key", then)).isEqualTo(header);
    assertThat(verify(Map.of("x-crossdock-signature", header), body, List.of("key"), then))
        .isEqualTo(new Verification.Authentic());
  }

  @ParameterizedTest
  @CsvSource({"-240, true", "240, true", "-300, true", "300, true", "-301, false", "301, false", "-86400, false"})
  void holdsFiveMinutesEitherWay(int seconds, boolean timely) {
    String header = AmazonSignature.sign(BODY, SECRET, NOW.plusSeconds(seconds));

    assertThat(verify(Map.of("x-crossdock-signature", header), BODY, List.of(SECRET), NOW))
        .isEqualTo(timely ? new Verification.Authentic() : refused(Reason.STALE));
  }

  @Test
  void callsAWrongSignatureWrongHoweverOldItIs() {
    String header = AmazonSignature.sign(BODY, "another", NOW.minus(Duration.ofDays(3)));

    assertThat(verify(Map.of("x-crossdock-signature", header), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void signsTheTimeToo() {
    String header = AmazonSignature.sign(BODY, SECRET, NOW.minus(Duration.ofDays(1)));
    String later = header.replaceFirst("t=\\d+", "t=" + NOW.getEpochSecond());

    assertThat(verify(Map.of("x-crossdock-signature", later), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void acceptsTheSecretItselfFromForwardersThatCannotSign() {
    assertThat(verify(Map.of("x-crossdock-secret", SECRET), BODY, List.of("new", SECRET), NOW))
        .isEqualTo(new Verification.Authentic());
    assertThat(verify(Map.of("x-crossdock-secret", SECRET + " "), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(Map.of("x-crossdock-secret", SECRET + ", " + SECRET), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(Map.of("x-crossdock-secret", ""), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.MISSING_SIGNATURE));
  }

  @Test
  void letsAWrongSignatureDecideEvenBesideTheRightSecret() {
    String header = AmazonSignature.sign(BODY, "another", NOW);
    Map<String, String> both = Map.of("x-crossdock-signature", header, "x-crossdock-secret", SECRET);

    assertThat(verify(both, BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=1,v1=",
        "v1=00,t=1",
        "t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=1763650800,v1=0000000000000000000000000000000000000000000000000000000000000000,",
        "t=1763650800, v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=1763650800,v1=ABCDEF0000000000000000000000000000000000000000000000000000000000",
        "t=9999999999999,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "t=１,v1=0000000000000000000000000000000000000000000000000000000000000000",
      })
  void refusesOtherShapes(String header) {
    assertThat(verify(Map.of("x-crossdock-signature", header), BODY, List.of(SECRET), NOW))
        .isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
  }

  private static Verification verify(Map<String, String> headers, byte[] body, List<String> secrets, Instant now) {
    return AmazonSignature.verify(new RawMessage("", headers, body), secrets, now);
  }

  private static Verification refused(Reason reason) {
    return new Verification.Refused(reason);
  }
}
