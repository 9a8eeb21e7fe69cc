package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.Hash;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Root of a Merkle tree, built leaf by leaf. It is the tree hash of RFC 6962, section 2.1 (the same in RFC 9162,
 * section 2.1.1): a leaf is SHA-256(0x00 ‖ data), a node is SHA-256(0x01 ‖ left ‖ right), so that a leaf can never pass
 * for a node. The tree of n leaves splits at the largest power of two below n, which is what folding a stack of
 * complete subtrees gives.
 */
public final class Merkle {

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private final MessageDigest sha = Sha256.digest();
  private final List<byte[]> subtrees = new ArrayList<>();
  private int leaves;

  public void add(byte[] data) {
    sha.update(LEAF);
    byte[] hash = sha.digest(data);
    for (int level = leaves++; (level & 1) == 1; level >>= 1) {
      hash = node(subtrees.removeLast(), hash);
    }
    subtrees.add(hash);
  }

  /** The root of what was added; the tree is empty again afterwards. */
  public Hash root() {
    if (leaves == 0) {
      return Hash.of(sha.digest());
    }
    byte[] root = subtrees.removeLast();
    while (!subtrees.isEmpty()) {
      root = node(subtrees.removeLast(), root);
    }
    leaves = 0;
    return Hash.of(root);
  }

  private byte[] node(byte[] left, byte[] right) {
    sha.update(NODE);
    sha.update(left);
    return sha.digest(right);
  }
}
