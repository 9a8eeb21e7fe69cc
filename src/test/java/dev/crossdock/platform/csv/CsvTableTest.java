package dev.crossdock.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of files as spreadsheets and programs save them. */
class CsvTableTest {

  private static final String TEXT = "Gr\u00fcne Tasse, Gr\u00f6\u00dfe 3";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
  void readsWhatIsUtf8AsUtf8AndEverythingElseAsWestern(String charset) {
    assertThat(FileText.of(TEXT.getBytes(Charset.forName(charset))).text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsTheMarkAway(String charset) {
    FileText read = FileText.of(("\uFEFF" + TEXT).getBytes(Charset.forName(charset)));

    assertThat(read.text()).isEqualTo(TEXT);
    assertThat(read.encoding()).isEqualTo(Charset.forName(charset));
  }

  @Test
  void bearsTheMarkOfUtf8BeforeLatin1() {
    byte[] latin = TEXT.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[latin.length + 3];
    bytes[0] = (byte) 0xEF;
    bytes[1] = (byte) 0xBB;
    bytes[2] = (byte) 0xBF;
    System.arraycopy(latin, 0, bytes, 3, latin.length);

    assertThat(FileText.of(bytes).text()).isEqualTo(TEXT);
  }

  @Test
  void readsNothingFromNothing() throws IOException {
    assertThat(FileText.of(new byte[0]).text()).isEmpty();
    try (CsvTable table = CsvTable.open(new StringReader(""))) {
      assertThat(table.heading()).isEmpty();
      assertThat(table.next()).isEmpty();
      assertThat(table.broken()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '|', '\t'})
  void findsTheSeparatorTheHeadingUsesMost(char wanted) throws IOException {
    String separator = String.valueOf(wanted);
    String heading = String.join(separator, "SKU", "On hand", "Note");
    String text = heading + "\r\n" + String.join(separator, "A", "3", "x\u00A0");

    List<CsvTable.Row> rows = rows(text);

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().cell("sku")).isEqualTo("A");
    assertThat(rows.getFirst().cell("onHand")).isEqualTo("3");
    assertThat(rows.getFirst().cell("note")).as("without the blank that cannot be seen").isEqualTo("x");
  }

  @Test
  void tellsWhereEachRowBegins() throws IOException {
    List<CsvTable.Row> rows = rows("sku,note\nA,\"two\nlines\"\nB,\n");

    assertThat(rows).extracting(CsvTable.Row::line).containsExactly(2L, 4L);
    assertThat(rows.getLast().cell("note")).isNull();
    assertThat(rows.getLast().cell("nowhere")).isNull();
  }

  @Test
  void keepsTheRowsBeforeAnOpenQuote() throws IOException {
    try (CsvTable table = CsvTable.open(new StringReader("sku\nA\n\"" + "x".repeat(2 << 20)))) {
      assertThat(table.next()).isPresent();
      assertThat(table.next()).isEmpty();
      assertThat(table.broken()).isTrue();
      assertThat(table.line()).isEqualTo(2);
      assertThat(table.next()).isEmpty();
    }
  }

  private static List<CsvTable.Row> rows(String text) throws IOException {
    List<CsvTable.Row> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(new StringReader(text))) {
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
