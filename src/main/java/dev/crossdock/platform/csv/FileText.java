package dev.crossdock.platform.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file as text, in whichever of the usual encodings it was saved: a byte order mark decides, then what
 * is valid UTF-8 is UTF-8, and anything else is Windows-1252, which western spreadsheets write and which holds Latin-1.
 *
 * @param text without a byte order mark
 * @param encoding in which the bytes were read
 */
public record FileText(String text, Charset encoding) {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;
  private static final int MARK_BYTES = 3;
  private static final char MARK = '\uFEFF';

  /** Opens the same bytes as often as they are wanted. */
  public interface Bytes {
    InputStream open() throws IOException;
  }

  /** All of it at once. */
  public static FileText of(byte[] bytes) {
    Bytes source = () -> new ByteArrayInputStream(bytes);
    try (BufferedReader reader = open(source)) {
      StringBuilder text = new StringBuilder(bytes.length);
      char[] part = new char[BUFFER];
      for (int n = reader.read(part); n >= 0; n = reader.read(part)) {
        text.append(part, 0, n);
      }
      return new FileText(text.toString(), encoding(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text behind the byte order mark, read piece by piece. */
  public static BufferedReader open(Bytes bytes) throws IOException {
    Charset encoding = encoding(bytes);
    InputStream in = bytes.open();
    if (encoding.equals(WESTERN) && begins(bytes, 0xEF, 0xBB)) {
      // Some programs put UTF-8's mark in front of a text that is not UTF-8.
      in.skipNBytes(MARK_BYTES);
    }
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, encoding), BUFFER);
    skipMark(reader);
    return reader;
  }

  static void skipMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
  }

  /** How the bytes are to be read. */
  public static Charset encoding(Bytes bytes) throws IOException {
    if (begins(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : WESTERN;
  }

  private static boolean begins(Bytes bytes, int first, int second) throws IOException {
    byte[] head = new byte[MARK_BYTES];
    try (InputStream in = bytes.open()) {
      return in.readNBytes(head, 0, MARK_BYTES) == MARK_BYTES
          && (head[0] & 0xFF) == first
          && (head[1] & 0xFF) == second;
    }
  }

  private static boolean isUtf8(Bytes bytes) throws IOException {
    char[] sink = new char[BUFFER];
    try (InputStream in = new BufferedInputStream(bytes.open(), BUFFER);
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
