package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets and programs save them. */
class ImportFileTest {

  private static final String TABLE = "sku,title\nA-1,Gr\u00fcne Tasse \u20ac\nB-1,\"Zo\u00eb, rot\"\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void recognisesTheEncoding(String charset) throws IOException {
    assertTable(read("f.csv", TABLE.getBytes(Charset.forName(charset)), ImportKind.PRODUCTS));
  }

  @Test
  void readsLatin1() throws IOException {
    byte[] bytes = "sku,title\nA-1,Gr\u00fcne Tasse\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read("f.csv", bytes, ImportKind.PRODUCTS).getFirst().item()).containsEntry("title", "Gr\u00fcne Tasse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsTheMarkOfByteOrderAway(String charset) throws IOException {
    assertTable(read("f.csv", ("\uFEFF" + TABLE).getBytes(Charset.forName(charset)), ImportKind.PRODUCTS));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {"; ;", "tab \t", "bar |"})
  void recognisesTheSeparator(String name, String given) throws IOException {
    String separator = name.equals("tab") ? "\t" : given;
    String text = String.join(separator, "SKU", "Location", "On hand") + "\r\n"
        + String.join(separator, "A,1", "NYC", "12") + "\r\n";
    List<ImportRow> rows = read("f.csv", text.getBytes(StandardCharsets.UTF_8), ImportKind.STOCK);
    assertThat(rows).containsExactly(ImportRow.of(2, Map.of("sku", "A,1", "location", "NYC", "onHand", 12L)));
  }

  @Test
  void tellsBadRowsByTheirLine() throws IOException {
    String text = "sku,location,onHand\nA-1,NYC,1\nA-2,NYC,many\n\"A\n3\",NYC,3\nA-4,NYC,4.5\n";
    List<ImportRow> rows = read("f.csv", text.getBytes(StandardCharsets.UTF_8), ImportKind.STOCK);
    assertThat(rows.stream().filter(row -> row.problem() != null).map(ImportRow::line)).containsExactly(3L, 6L);
    assertThat(rows.get(2)).isEqualTo(ImportRow.of(4, Map.of("sku", "A\n3", "location", "NYC", "onHand", 3L)));
  }

  @Test
  void tellsWhichColumnIsMissing() throws IOException {
    List<ImportRow> rows =
        read("f.csv", "sku,place\nA-1,NYC\n".getBytes(StandardCharsets.UTF_8), ImportKind.STOCK);
    assertThat(rows).containsExactly(ImportRow.bad(1, "the heading lacks location"));
  }

  @Test
  void tellsWhereAQuoteIsNeverClosed() throws IOException {
    String text = "sku,title\nA-1,fine\nB-1,\"" + "x".repeat(2 << 20);
    List<ImportRow> rows = read("f.csv", text.getBytes(StandardCharsets.UTF_8), ImportKind.PRODUCTS);
    assertThat(rows.getLast().problem()).contains("a quote is never closed");
    assertThat(rows.getFirst()).isEqualTo(ImportRow.of(2, Map.of("sku", "A-1", "title", "fine")));
  }

  @Test
  void readsOneObjectALine() throws IOException {
    String text =
        "{\"sku\":\"A-1\",\"title\":\"Gr\u00fcn\",\"weightGrams\":12}\n\n"
            + "  {\"sku\":\"K\",\"title\":\"Kit\",\"components\":[{\"sku\":\"A-1\",\"units\":2}]}\r\n";
    List<ImportRow> rows = read("f.ndjson", text.getBytes(StandardCharsets.UTF_8), ImportKind.PRODUCTS);
    assertThat(rows)
        .containsExactly(
            ImportRow.of(1, Map.of("sku", "A-1", "title", "Gr\u00fcn", "weightGrams", 12)),
            ImportRow.of(
                3, Map.of("sku", "K", "title", "Kit", "components", List.of(Map.of("sku", "A-1", "units", 2)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "nonsense", "[1]", "null", "{\"sku\":\"A\",\"sku\":\"B\"}", "{\"sku\":\"A\"} {}", "{\"sku\":",
      "\"text\"", "12"
  })
  void tellsLinesThatAreNoObject(String line) throws IOException {
    String text = "{\"sku\":\"A-1\",\"title\":\"A\"}\n" + line + "\n{\"sku\":\"B-1\",\"title\":\"B\"}\n";
    List<ImportRow> rows = read("f.ndjson", text.getBytes(StandardCharsets.UTF_8), ImportKind.PRODUCTS);
    assertThat(rows).extracting(ImportRow::line).containsExactly(1L, 2L, 3L);
    assertThat(rows.get(1).problem()).isNotNull();
    assertThat(rows.get(2).problem()).isNull();
  }

  @Test
  void knowsTheFormatByNameOrElseByContent() throws IOException {
    assertThat(FileFormat.byName(Path.of("x/a.JSONL"))).contains(FileFormat.NDJSON);
    assertThat(FileFormat.byName(Path.of("a.csv"))).contains(FileFormat.CSV);
    assertThat(FileFormat.byName(Path.of("a.dat"))).isEmpty();
    assertThat(FileFormat.byContent(Files.writeString(folder.resolve("a"), "\uFEFF \n{}")))
        .isEqualTo(FileFormat.NDJSON);
    assertThat(FileFormat.byContent(Files.writeString(folder.resolve("b"), "sku,title"))).isEqualTo(FileFormat.CSV);
    assertThat(FileFormat.byContent(Files.writeString(folder.resolve("c"), ""))).isEqualTo(FileFormat.CSV);
  }

  private static void assertTable(List<ImportRow> rows) {
    assertThat(rows)
        .containsExactly(
            ImportRow.of(2, Map.of("sku", "A-1", "title", "Gr\u00fcne Tasse \u20ac")),
            ImportRow.of(3, Map.of("sku", "B-1", "title", "Zo\u00eb, rot")));
  }

  private List<ImportRow> read(String name, byte[] bytes, ImportKind kind) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    List<ImportRow> rows = new ArrayList<>();
    ImportFile.read(file, FileFormat.byName(file).orElseThrow(), kind, rows::add);
    return rows;
  }
}
