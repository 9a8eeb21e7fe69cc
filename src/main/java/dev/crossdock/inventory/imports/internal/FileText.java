package dev.crossdock.inventory.imports.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a file as text: by its byte order mark where it has one, as UTF-8 where it is, and otherwise as what
 * spreadsheets of the western world write, Windows-1252, the superset of Latin-1.
 */
final class FileText {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final char MARK = '\uFEFF';

  private FileText() {}

  static String of(byte[] bytes) {
    String text = decoded(bytes);
    return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
  }

  private static String decoded(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      // Some programs put UTF-8's mark in front of a text that is not UTF-8.
      int from = begins(bytes, 0xEF, 0xBB) ? 3 : 0;
      return new String(bytes, from, bytes.length - from, WESTERN);
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
  }
}
