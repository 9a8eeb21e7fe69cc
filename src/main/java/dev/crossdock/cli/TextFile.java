package dev.crossdock.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file in whichever of the usual encodings it was saved: a byte order mark decides, then what is valid
 * UTF-8 is UTF-8, and anything else is Windows-1252, which western spreadsheets write and which holds Latin-1.
 */
final class TextFile {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  static BufferedReader open(Path file) throws IOException {
    Charset charset = charset(file);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), BUFFER);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  static Charset charset(Path file) throws IOException {
    byte[] head = new byte[2];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(head, 0, head.length);
      if (read == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (read == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] sink = new char[BUFFER];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStreamReader reader =
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      while (reader.read(sink) >= 0) {
        // Only whether it can be read is asked.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
