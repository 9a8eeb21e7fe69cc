package dev.crossdock.console.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a file by what it holds: a changed file gets a new name, so browsers may keep each name for ever. */
public final class Fingerprint {

  private static final int HEX_DIGITS = 12;

  private Fingerprint() {}

  /** For instance {@code app.3f9c1a0b77de.css}. */
  public static String name(String stem, byte[] content, String extension) {
    return stem + "." + of(content) + "." + extension;
  }

  /** Twelve hexadecimal digits of the content's SHA-256. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256(content)).substring(0, HEX_DIGITS);
  }

  /** The content's SHA-256. */
  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
