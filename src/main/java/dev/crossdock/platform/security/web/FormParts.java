package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.FormFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A form with files as browsers send it, RFC 7578: fields by name, and the files that were chosen. Held in memory:
 * nothing of it is ever written to a disk.
 */
record FormParts(Map<String, List<String>> fields, Map<String, FormFile> files) {

  private static final int PARTS_MAX = 100;
  private static final int BOUNDARY_MAX = 70;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String DISPOSITION = "content-disposition:";

  /** Reads the body; empty when it is no such form. */
  static Optional<FormParts> read(@Nullable String contentType, byte[] body) {
    String boundary = boundary(contentType);
    if (boundary == null) {
      return Optional.empty();
    }
    // One character a byte, so that places in the text are places in the body.
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    String mark = "\r\n--" + boundary;
    FormParts parts = new FormParts(new LinkedHashMap<>(), new LinkedHashMap<>());
    int at = text.indexOf(mark);
    for (int count = 0; at >= 0 && count <= PARTS_MAX; count++) {
      int from = at + mark.length();
      if (text.startsWith("--", from)) {
        return Optional.of(parts);
      }
      int to = text.indexOf(mark, from);
      if (to < 0 || !parts.take(text.substring(from, to))) {
        return Optional.empty();
      }
      at = to;
    }
    return Optional.empty();
  }

  private static @Nullable String boundary(@Nullable String contentType) {
    try {
      String told = contentType == null ? null : MediaType.parseMediaType(contentType).getParameter("boundary");
      String bare = told == null ? "" : told.replace("\"", "");
      return bare.isEmpty() || bare.length() > BOUNDARY_MAX ? null : bare;
    } catch (InvalidMediaTypeException unreadable) {
      return null;
    }
  }

  private boolean take(String part) {
    int end = part.indexOf(END_OF_HEAD);
    ContentDisposition disposition = end < 0 ? null : disposition(utf8(part.substring(0, end)));
    String name = disposition == null ? null : disposition.getName();
    if (disposition == null || name == null) {
      return false;
    }
    String content = part.substring(end + END_OF_HEAD.length());
    String file = disposition.getFilename();
    if (file == null) {
      fields.computeIfAbsent(name, first -> new ArrayList<>()).add(utf8(content));
    } else if (!file.isEmpty()) {
      files.put(name, new FormFile(file, content.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return true;
  }

  private static @Nullable ContentDisposition disposition(String head) {
    try {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
          .findFirst()
          .map(line -> ContentDisposition.parse(line.substring(DISPOSITION.length()).strip()))
          .orElse(null);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      return null;
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
