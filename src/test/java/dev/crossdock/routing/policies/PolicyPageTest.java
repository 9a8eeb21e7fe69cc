package dev.crossdock.routing.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whoever copies a policy from the page gets one that can be read. */
class PolicyPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyExampleOfThePageIsAPolicyThatReadsAsItself() throws IOException {
    List<String> examples = examples();

    assertThat(examples).hasSizeGreaterThanOrEqualTo(2).allSatisfy(example -> {
      Policy policy = Written.policy(JsonMapper.builder().build().readTree(example));
      assertThat(Written.policy(PolicyWriter.write(policy))).isEqualTo(policy);
      assertThat(policy.rules()).allSatisfy(rule -> assertThat(PolicyWords.of(rule)).endsWith("."));
    });
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(Files.readString(Shared.project().resolve("docs/routing-policies.md")));
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }
}
