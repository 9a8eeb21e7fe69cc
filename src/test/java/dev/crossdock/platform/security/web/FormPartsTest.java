package dev.crossdock.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.http.FormFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forms with files, as browsers and others send them. */
class FormPartsTest {

  private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryq1";
  private static final String FORM = """
      ------WebKitFormBoundaryq1
      Content-Disposition: form-data; name="_csrf"

      token
      ------WebKitFormBoundaryq1
      Content-Disposition: form-data; name="text"

      Süd
      --
      ------WebKitFormBoundaryq1
      Content-Disposition: form-data; name="file"; filename="Preise Süd.csv"
      Content-Type: text/csv

      1;2

      ------WebKitFormBoundaryq1
      Content-Disposition: form-data; name="other"; filename=""
      Content-Type: application/octet-stream


      ------WebKitFormBoundaryq1--
      """.replace("\n", "\r\n");

  @Test
  void readsFieldsAndFiles() {
    FormParts parts = FormParts.read(TYPE, bytes(FORM)).orElseThrow();

    assertThat(parts.fields().get("_csrf")).containsExactly("token");
    assertThat(parts.fields().get("text")).containsExactly("Süd\r\n--");
    assertThat(parts.files()).containsOnlyKeys("file");
    FormFile file = Objects.requireNonNull(parts.files().get("file"));
    assertThat(file.name()).isEqualTo("Preise Süd.csv");
    assertThat(file.bytes()).isEqualTo(bytes("1;2\r\n"));
  }

  @Test
  void keepsEveryByteOfAFile() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String body = "--b\r\ncontent-disposition: form-data; name=f; filename=x\r\n\r\n"
        + new String(all, StandardCharsets.ISO_8859_1) + "\r\n--b--";

    FormParts parts =
        FormParts.read("multipart/form-data; boundary=\"b\"", body.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();

    assertThat(Objects.requireNonNull(parts.files().get("f")).bytes()).isEqualTo(all);
  }

  @Test
  void whatIsNoSuchFormIsNone() {
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=", "/;", TYPE + "x".repeat(70))) {
      assertThat(FormParts.read(type, bytes(FORM))).as(type).isEmpty();
    }
    assertThat(FormParts.read(null, bytes(FORM))).isEmpty();
    String nameless = FORM.replace("name=\"text\"", "title=\"text\"");
    assertThat(FormParts.read(TYPE, bytes(nameless))).isEmpty();
    assertThat(FormParts.read(TYPE, bytes(FORM.replace("form-data; name=\"text\"", ";;")))).isEmpty();
    String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
    assertThat(FormParts.read("multipart/form-data; boundary=b", bytes(part.repeat(1_000) + "--b--"))).isEmpty();
  }

  @Test
  void endsWhateverItIsGiven() {
    byte[] form = bytes(FORM);
    for (int end = 0; end < form.length; end++) {
      byte[] cut = Arrays.copyOf(form, end);
      FormParts.read(TYPE, cut).ifPresent(parts -> assertThat(parts.files()).containsKey("file"));
    }
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] spoilt = form.clone();
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      FormParts.read(TYPE, spoilt).ifPresent(parts -> assertThat(parts.fields().size()).isLessThanOrEqualTo(4));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
