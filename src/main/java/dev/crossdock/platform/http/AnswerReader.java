package dev.crossdock.platform.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads one HTTP/1.1 answer (RFC 9112) and stops at the first byte beyond a limit. */
final class AnswerReader {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,15})\\s*(?:;.*)?");
  private static final int INTERIM_MAX = 5;

  private final InputStream in;
  private final OutboundLimits limits;
  private int headBytesLeft;
  private boolean reusable = true;

  AnswerReader(InputStream in, OutboundLimits limits) {
    this.in = in;
    this.limits = limits;
    this.headBytesLeft = limits.headBytesMax();
  }

  Outbound.Answer read(String method) throws IOException {
    for (int interim = 0; interim < INTERIM_MAX; interim++) {
      String first = line();
      Matcher status = STATUS.matcher(first);
      if (!status.matches()) {
        throw new IOException("the answer is not HTTP/1.1");
      }
      reusable = first.startsWith("HTTP/1.1");
      int code = Integer.parseInt(status.group(1));
      Map<String, List<String>> headers = headers();
      if (code >= 200) {
        byte[] raw = body(method, code, headers);
        return new Outbound.Answer(code, without(headers), unpacked(raw, headers));
      }
    }
    throw new IOException("the answer never came: only interim ones");
  }

  /** Whether another request may follow on the same connection; known once the answer is read. */
  boolean reusable() {
    return reusable;
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || Character.isWhitespace(line.charAt(0)) || Character.isWhitespace(line.charAt(colon - 1))) {
        throw new IOException("a header of the answer is malformed");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(line.substring(colon + 1).strip());
    }
    if (has(headers, "connection", "close")) {
      reusable = false;
    }
    return headers;
  }

  private byte[] body(String method, int code, Map<String, List<String>> headers) throws IOException {
    if (method.equals("HEAD") || code == 204 || code == 304) {
      return new byte[0];
    }
    if (headers.containsKey("transfer-encoding")) {
      if (!has(headers, "transfer-encoding", "chunked") || headers.get("transfer-encoding").size() > 1) {
        throw new IOException("the answer's transfer coding is unknown");
      }
      reusable &= !headers.containsKey("content-length");
      return chunked();
    }
    List<String> lengths = headers.getOrDefault("content-length", List.of()).stream().distinct().toList();
    if (lengths.isEmpty()) {
      reusable = false;
      return untilTheEnd(in);
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
      throw new IOException("the answer's length is malformed");
    }
    return exactly(Long.parseLong(lengths.getFirst()), 0);
  }

  private byte[] chunked() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      Matcher size = CHUNK.matcher(line());
      if (!size.matches()) {
        throw new IOException("a chunk of the answer is malformed");
      }
      long length = Long.parseLong(size.group(1), 16);
      if (length == 0) {
        break;
      }
      body.writeBytes(exactly(length, body.size()));
      if (!line().isEmpty()) {
        throw new IOException("a chunk of the answer is longer than it says");
      }
      headBytesLeft = limits.headBytesMax();
    }
    for (String trailer = line(); !trailer.isEmpty(); trailer = line()) {
      // trailers say nothing we use
    }
    return body.toByteArray();
  }

  private byte[] exactly(long length, int before) throws IOException {
    if (length > limits.bodyBytesMax() - before) {
      throw tooLong();
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("the answer was cut off");
    }
    return bytes;
  }

  private byte[] untilTheEnd(InputStream from) throws IOException {
    byte[] bytes = from.readNBytes(limits.bodyBytesMax());
    if (bytes.length == limits.bodyBytesMax() && from.read() >= 0) {
      throw tooLong();
    }
    return bytes;
  }

  private byte[] unpacked(byte[] raw, Map<String, List<String>> headers) throws IOException {
    if (!headers.containsKey("content-encoding") || has(headers, "content-encoding", "identity") || raw.length == 0) {
      return raw;
    }
    if (!has(headers, "content-encoding", "gzip")) {
      throw new IOException("the answer's content coding is unknown");
    }
    try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return untilTheEnd(unpacking);
    }
  }

  private static Map<String, List<String>> without(Map<String, List<String>> headers) {
    Map<String, List<String>> kept = new LinkedHashMap<>(headers);
    kept.keySet().removeAll(List.of("content-encoding", "content-length", "transfer-encoding"));
    return kept;
  }

  private static boolean has(Map<String, List<String>> headers, String name, String value) {
    return headers.getOrDefault(name, List.of()).stream().anyMatch(value::equalsIgnoreCase);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the answer was cut off");
      }
      if (--headBytesLeft < 0) {
        throw new IOException("the answer's headers are longer than " + limits.headBytesMax() + " bytes");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
    }
  }

  private IOException tooLong() {
    return new IOException("the answer is longer than " + limits.bodyBytesMax() + " bytes");
  }
}
