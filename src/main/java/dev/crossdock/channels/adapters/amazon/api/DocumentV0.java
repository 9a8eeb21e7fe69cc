package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our own document around the answers of Orders v0 that make one order, each answer byte for byte as Amazon sent it, so
 * that decoding stays free of calls and what was stored can be decoded again:
 *
 * <pre>{@code
 * {"ordersV0": {
 *   "order":   <answer of getOrder>,
 *   "items":   [<answer of getOrderItems>, …],   one a page
 *   "address": <answer of getOrderAddress>       only where the order came without one
 * }}
 * }</pre>
 */
public final class DocumentV0 {

  /** The only field of the document. */
  public static final String ROOT = "ordersV0";

  private DocumentV0() {}

  static byte[] of(byte[] order, List<byte[]> items, byte @Nullable [] address) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    write(document, "{\"" + ROOT + "\":{\"order\":");
    document.writeBytes(order);
    write(document, ",\"items\":[");
    for (int i = 0; i < items.size(); i++) {
      write(document, i == 0 ? "" : ",");
      document.writeBytes(items.get(i));
    }
    write(document, "]");
    if (address != null) {
      write(document, ",\"address\":");
      document.writeBytes(address);
    }
    write(document, "}}");
    return document.toByteArray();
  }

  /** An answer without its {@code payload}. */
  public static JsonCursor bare(JsonCursor answer) {
    return answer.at("payload").isObject() ? answer.at("payload") : answer;
  }

  private static void write(ByteArrayOutputStream document, String text) {
    document.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
