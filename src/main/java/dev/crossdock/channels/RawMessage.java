package dev.crossdock.channels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message exactly as it arrived.
 *
 * @param topic what the channel calls it; for a webhook taken from a header by {@link Channel#envelope}, else given
 *     by whoever put the message in the inbox (a poll, a fetch)
 * @param headers lower-case names
 * @param body the raw bytes, over which the signature was made
 */
public record RawMessage(String topic, Map<String, String> headers, byte[] body) {

  public RawMessage {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
