package dev.crossdock.channels;

import org.jspecify.annotations.Nullable;

/** The buyer, as far as the channel tells. Personal data: it goes through the personal data door and nowhere else. */
public record IncomingParty(
    @Nullable String name, @Nullable String company, @Nullable String email, @Nullable String phone) {

  public static final IncomingParty UNKNOWN = new IncomingParty(null, null, null, null);
}
