package dev.crossdock.platform.journal;

import java.util.Arrays;
import java.util.HexFormat;

/** A hash as a value: equal when its bytes are. */
public final class Hash {

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
