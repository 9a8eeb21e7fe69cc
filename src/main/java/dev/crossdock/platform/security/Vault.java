package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Merchant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals credentials with AES-256-GCM. A sealed text opens only for the merchant, owner and name it was sealed for, so
 * that swapping rows does not help anybody. Layout: one byte of version, 12 bytes of nonce, cipher text with its tag.
 */
public final class Vault {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  Vault(SecretKey key) {
    this.key = key;
  }

  /**
   * Seals a text.
   *
   * @param owner whose secret it is: {@code channel-account:shopify/acme}
   * @param name which of the owner's secrets
   */
  public byte[] seal(Merchant merchant, String owner, String name, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, bound(merchant, owner, name));
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length).put(VERSION).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  /**
   * Opens what was sealed for the same merchant, owner and name.
   *
   * @throws VaultRefusal when it was sealed for others, with another key, or was changed
   */
  public String open(Merchant merchant, String owner, String name, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || sealed[0] != VERSION) {
      throw new VaultRefusal("the secret " + name + " of " + owner + " is not in a form that can be opened");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, bound(merchant, owner, name));
      byte[] text = cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new VaultRefusal("the secret " + name + " of " + owner + " does not open: store it again", e);
    }
  }

  /**
   * A secret of 32 bytes for one purpose, always the same while the vault's key is (HMAC-SHA-256 of the purpose). It
   * tells nothing of the key or of another purpose's secret.
   */
  public byte[] derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot derive a secret", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  /** Each part with its length before it, so that no two triples give the same bytes. */
  private static byte[] bound(Merchant merchant, String owner, String name) {
    byte[] first = owner.getBytes(StandardCharsets.UTF_8);
    byte[] second = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + 3 * Integer.BYTES + first.length + second.length)
        .put(VERSION)
        .putInt(merchant.id())
        .putInt(first.length)
        .put(first)
        .putInt(second.length)
        .put(second)
        .array();
  }
}
