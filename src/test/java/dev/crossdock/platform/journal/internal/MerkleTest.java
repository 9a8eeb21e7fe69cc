package dev.crossdock.platform.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.journal.Hash;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTest {

  /** The leaves that logs of certificates use to test their trees, and the roots they publish for 0 to 8 of them. */
  private static final List<String> LEAVES =
      List.of(
          "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void givesThePublishedRoots(int leaves, String root) {
    Merkle merkle = new Merkle();
    LEAVES.subList(0, leaves).forEach(leaf -> merkle.add(HexFormat.of().parseHex(leaf)));

    assertThat(merkle.root()).hasToString(root);
  }

  @Test
  void givesWhatTheDefinitionGivesForAnyNumberOfLeaves() {
    Random random = new Random(11);
    List<byte[]> leaves = new ArrayList<>();
    Merkle merkle = new Merkle();
    for (int n = 0; n < 300; n++) {
      leaves.forEach(merkle::add);
      assertThat(merkle.root()).as("%d leaves", n).isEqualTo(Hash.of(byDefinition(leaves)));
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(leaf);
    }
  }

  @Test
  void tellsALeafFromANode() {
    Merkle two = new Merkle();
    two.add(new byte[] {1});
    two.add(new byte[] {2});
    Merkle forged = new Merkle();
    MessageDigest sha = Sha256.digest();
    byte[] left = sha.digest(new byte[] {0, 1});
    byte[] right = sha.digest(new byte[] {0, 2});
    forged.add(concat(new byte[0], left, right));

    assertThat(forged.root()).isNotEqualTo(two.root());
  }

  /** RFC 6962, section 2.1, word for word. */
  private static byte[] byDefinition(List<byte[]> leaves) {
    MessageDigest sha = Sha256.digest();
    if (leaves.isEmpty()) {
      return sha.digest();
    }
    if (leaves.size() == 1) {
      return sha.digest(concat(new byte[] {0}, leaves.getFirst(), new byte[0]));
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = byDefinition(leaves.subList(0, k));
    byte[] right = byDefinition(leaves.subList(k, leaves.size()));
    return sha.digest(concat(new byte[] {1}, left, right));
  }

  private static byte[] concat(byte[] first, byte[] second, byte[] third) {
    byte[] all = new byte[first.length + second.length + third.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    System.arraycopy(third, 0, all, first.length + second.length, third.length);
    return all;
  }
}
