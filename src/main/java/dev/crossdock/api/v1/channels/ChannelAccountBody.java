package dev.crossdock.api.v1.channels;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel account as a caller describes it. Credentials are taken and never given back. */
record ChannelAccountBody(
    @Nullable String channel,
    @Nullable String account,
    @Nullable String name,
    @Nullable Map<String, String> settings,
    @Nullable Map<String, String> credentials) {

  @Override
  public String toString() {
    return "channel account";
  }
}
