package dev.crossdock.channels;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One channel account as its adapter sees it.
 *
 * @param account our name of it, unique within the channel: one shop, one seller id
 * @param secrets decrypted credentials; a value may hold several secrets, one a line, while one is being replaced
 */
public record AccountSettings(
    String channel, String account, Map<String, String> settings, Map<String, String> secrets) {

  public AccountSettings {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
  }

  public String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  /** Every active value of a secret, the newest first; empty when it was never given. */
  public List<String> secretValues(String key) {
    String value = secrets.getOrDefault(key, "");
    return Arrays.stream(value.split("\\R")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return channel + "/" + account;
  }
}
