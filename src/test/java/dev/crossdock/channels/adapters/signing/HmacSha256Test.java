package dev.crossdock.channels.adapters.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Verification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

  /** Test case 2 of RFC 4231. */
  private static final byte[] DATA = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

  private static final String SIGNATURE = "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";

  @Test
  void signsAsTheStandardSays() {
    assertThat(HmacSha256.sign(DATA, "Jefe")).isEqualTo(SIGNATURE);
    assertThat(HmacSha256.verify(SIGNATURE, DATA, List.of("other", "Jefe"))).isEqualTo(new Verification.Authentic());
  }

  @Test
  void refusesAnotherSpellingOfTheSameBytes() {
    String spelt = SIGNATURE.replace("OEM=", "OEN=");

    assertThat(HmacSha256.verify(spelt, DATA, List.of("Jefe")))
        .isEqualTo(new Verification.Refused(Verification.Reason.WRONG_SIGNATURE));
  }

  @Test
  void digestsInShort() {
    assertThat(HmacSha256.digest("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223");
  }
}
