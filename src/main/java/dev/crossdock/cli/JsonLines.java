package dev.crossdock.cli;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** On which line of a text each value of its JSON begins. */
final class JsonLines {

  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * Reads the text once more, and as far as it is JSON.
   *
   * @throws JacksonException where it ends to be JSON
   */
  JsonLines(JsonMapper json, String text) {
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.PROPERTY_NAME && !token.isStructEnd()) {
          String pointer = parser.streamReadContext().pathAsPointer().toString();
          lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        }
      }
    }
  }

  /** The line of the value at a JSON pointer, or of the nearest one around it; 1 for the whole. */
  int of(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return 1;
  }
}
