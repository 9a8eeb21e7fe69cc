package dev.crossdock.api.v1.publishing;

import dev.crossdock.api.web.Refusal;

/** Names in paths and queries. */
final class Names {

  private Names() {}

  /** As the database can hold it; what it can't hold names nothing. */
  static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw Refusal.notFound("There is nothing of this name.");
    }
    return text;
  }
}
