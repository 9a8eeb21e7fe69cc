package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.assets.Assets;
import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates, styles and scripts may not hold, and how big what a browser fetches may get. */
class MarkupTest {

  private static final Path CONSOLE = Shared.project().resolve("src/main/java/dev/crossdock/console");

  /** Each would break the content security policy, silently or not, or send text to the page unescaped. */
  private static final Pattern BANNED = Pattern.compile(
      "\\son[a-z]+=|hx-on|\\sstyle=|<style|<script(?![^>]*\\ssrc=)|javascript:|\\bjs:|morph:\\{|hx-vars"
          + "|hx-trigger=\"[^\"]*\\[|\\$unsafe");
  private static final int OWN_SCRIPT_BYTES_MAX = 10 * 1024 + 512;
  private static final int STYLES_GZIPPED_MAX = 25 * 1024;
  private static final int SCRIPT_GZIPPED_MAX = 32 * 1024;

  @Test
  void templatesHoldNothingInline() throws IOException {
    assertThat(banned(".jte")).isEmpty();
  }

  @Test
  void findsWhatIsBanned() {
    assertThat(List.of(
            "<a onclick=\"x\">", "<p style=\"x\">", "<script>", "<style>", "hx-trigger=\"click[ctrlKey]\"",
            "$unsafe{x}", "morph:{a}"))
        .allMatch(line -> BANNED.matcher(line).find());
    assertThat("<script src=\"/a.js\" defer></script><button data-on=\"x\">").doesNotContainPattern(BANNED);
  }

  @Test
  void everyPartsStyleStartsWithItsOwnClass() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path file : files(".css")) {
      if (!Objects.requireNonNull(file.getParent()).endsWith("look")) {
        for (String line : Files.readAllLines(file)) {
          if (line.matches("[a-z][a-z0-9]*( .*)?[,{]")) {
            bare.add(file.getFileName() + ": " + line);
          }
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void whatABrowserFetchesStaysSmall() {
    Assets assets = new Assets(List.of());

    assertThat(Assets.ownScript().length()).isLessThan(OWN_SCRIPT_BYTES_MAX);
    assertThat(assets.styles().gzipped().length).isLessThan(STYLES_GZIPPED_MAX);
    assertThat(assets.script().gzipped().length).isLessThan(SCRIPT_GZIPPED_MAX);
    assertThat(new String(assets.script().content(), java.nio.charset.StandardCharsets.UTF_8)).contains("htmx");
  }

  @Test
  void everyFileIsNamedByWhatItHolds() {
    Assets assets = new Assets(List.of());

    assertThat(assets.styles().name()).matches("app\\.[0-9a-f]{12}\\.css");
    assertThat(assets.find(assets.styles().name())).contains(assets.styles());
    assertThat(assets.find("app.css")).isEmpty();
  }

  private static List<String> banned(String extension) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(extension)) {
      Matcher matcher = BANNED.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(CONSOLE.relativize(file) + ": " + matcher.group());
      }
    }
    return found;
  }

  private static List<Path> files(String extension) throws IOException {
    try (Stream<Path> walk = Files.walk(CONSOLE)) {
      return walk.filter(file -> file.toString().endsWith(extension)).toList();
    }
  }
}
