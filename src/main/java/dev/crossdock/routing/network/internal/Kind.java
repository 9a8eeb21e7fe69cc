package dev.crossdock.routing.network.internal;

/** What there is to keep; each has versions and a revision of its own. */
public enum Kind {
  PROFILE("network-profile:"),
  ITEM("network-item:"),
  RATE_CARD("rate-card:");

  private final String stream;

  Kind(String stream) {
    this.stream = stream;
  }

  String stream(String name) {
    return stream + name;
  }

  /** The fact's name in the journal. */
  String event(boolean ended) {
    String noun = stream.substring(0, stream.length() - 1).replace("network-", "network.").replace("rate-", "rate.");
    return noun + (ended ? "-ended" : "-told");
  }
}
