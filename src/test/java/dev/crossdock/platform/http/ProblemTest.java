package dev.crossdock.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void writesItsMembersFlat() {
    Problem problem =
        Problem.of("quantity-too-large", 422, "The quantity is too large")
            .detail("Only 3 are left.")
            .instance("/errors/7")
            .error("/lines/2/quantity", "out-of-range", "Order 3 or fewer.")
            .with("retryAt", "2026-01-01T00:00:00Z")
            .with("needs", List.of("stock:write"));

    JsonNode written = JSON.readTree(JSON.writeValueAsString(problem));

    assertThat(written)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "type": "urn:crossdock:problem:quantity-too-large",
                  "title": "The quantity is too large",
                  "status": 422,
                  "detail": "Only 3 are left.",
                  "instance": "/errors/7",
                  "errors": [{"pointer": "/lines/2/quantity", "code": "out-of-range", "detail": "Order 3 or fewer."}],
                  "retryAt": "2026-01-01T00:00:00Z",
                  "needs": ["stock:write"]
                }
                """));
  }

  @Test
  void leavesOutWhatItDoesNotSay() {
    assertThat(JSON.writeValueAsString(Problem.of("gone", 410, "Gone")))
        .isEqualTo("{\"type\":\"urn:crossdock:problem:gone\",\"title\":\"Gone\",\"status\":410}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "errors", "a", "with space", "1st", ""})
  void refusesAnExtensionThatWouldHideOrBreakAMember(String member) {
    Problem problem = Problem.of("gone", 410, "Gone");

    assertThatIllegalArgumentException().isThrownBy(() -> problem.with(member, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Gone", "so gone", "gone-", "-gone"})
  void refusesACodeThatIsNone(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(code, 410, "Gone"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 399, 600})
  void refusesAStatusThatRefusesNothing(int status) {
    assertThatIllegalArgumentException().isThrownBy(() -> Problem.of("gone", status, "Gone"));
  }
}
