package dev.crossdock.platform.nodes;

/** This version must not work on the schema as it is, or must not change it now; the message says why. */
public final class SchemaBeyondUs extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaBeyondUs(String sentence) {
    super(sentence);
  }
}
