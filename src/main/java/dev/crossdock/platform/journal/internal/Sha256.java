package dev.crossdock.platform.journal.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the journal; every Java platform must have it. */
public final class Sha256 {

  public static final int LENGTH = 32;

  private Sha256() {}

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
