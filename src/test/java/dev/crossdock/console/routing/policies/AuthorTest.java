package dev.crossdock.console.routing.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorTest {

  @ParameterizedTest
  @CsvSource({
    "ada, ada",
    "Crossdock, Crossdock",
    "01a1fe47-d810-7000-b97e-2437f3af297b, API key …f3af297b",
    "01a1fe47-d810-7000-b97e, 01a1fe47-d810-7000-b97e",
  })
  void namesPeopleByNameAndKeysByTheirEnd(String author, String words) {
    assertThat(Author.words(author)).isEqualTo(words);
  }
}
