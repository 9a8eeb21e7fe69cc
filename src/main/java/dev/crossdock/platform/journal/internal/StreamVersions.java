package dev.crossdock.platform.journal.internal;


/**
 * The last version seen of each stream, 12 bytes a stream and no object: a check walks through millions of them.
 * Streams are told apart by a 64-bit hash; two of ten million streams share one with a probability of 3 in a million,
 * which would raise a false alarm and hide nothing that the row hashes do not show.
 */
public final class StreamVersions {

  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private long[] streams = new long[1 << 10];
  private int[] versions = new int[1 << 10];
  private int size;

  /** Sets the stream's version and gives the one before, 0 for a stream not seen yet. */
  public int replace(long stream, int version) {
    if (size * 3L > streams.length * 2L) {
      grow();
    }
    int slot = slot(stream);
    if (versions[slot] == 0) {
      streams[slot] = stream;
      size++;
    }
    int before = versions[slot];
    versions[slot] = version;
    return before;
  }

  /** Hash of a stream's name. */
  public static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private int slot(long stream) {
    int mask = streams.length - 1;
    int slot = (int) ((stream * MULTIPLIER) >>> 33) & mask;
    while (versions[slot] != 0 && streams[slot] != stream) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldStreams = streams;
    int[] oldVersions = versions;
    streams = new long[oldStreams.length * 2];
    versions = new int[oldVersions.length * 2];
    for (int i = 0; i < oldStreams.length; i++) {
      if (oldVersions[i] != 0) {
        int slot = slot(oldStreams[i]);
        streams[slot] = oldStreams[i];
        versions[slot] = oldVersions[i];
      }
    }
  }
}
