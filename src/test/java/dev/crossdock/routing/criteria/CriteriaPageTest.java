package dev.crossdock.routing.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page of criteria says what the code does. */
class CriteriaPageTest {

  @Test
  void theCommittedPageIsTheOneOfTheCode() throws IOException {
    String made = CriteriaPage.markdown(Criteria.all().describe());
    Path copy = Shared.project().resolve("target/routing-criteria.md");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, made);

    assertThat(Shared.project().resolve("docs/routing-criteria.md"))
        .as("criteria changed: look at the difference and copy target/routing-criteria.md to docs/routing-criteria.md")
        .hasContent(made);
  }
}
