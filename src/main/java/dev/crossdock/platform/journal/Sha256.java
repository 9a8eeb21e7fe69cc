package dev.crossdock.platform.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the journal; every Java platform must have it. */
final class Sha256 {

  static final int LENGTH = 32;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
