package dev.crossdock.cli;

/** Why a command can't even begin; the message is one line for whoever typed it. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence);
  }
}
