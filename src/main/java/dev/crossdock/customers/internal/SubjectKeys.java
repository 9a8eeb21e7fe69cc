package dev.crossdock.customers.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crossdock.customers.Contact;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keyed hashes (HMAC-SHA-256, RFC 2104) that find one person's records without telling who it is. */
public final class SubjectKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES_MIN = 32;
  private static final int PHONE_DIGITS_MIN = 6;

  private final SecretKeySpec secret;

  public SubjectKeys(byte[] secret) {
    if (secret.length < SECRET_BYTES_MIN) {
      throw new IllegalArgumentException("the subject secret needs at least " + SECRET_BYTES_MIN + " bytes");
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The key of whoever has this e-mail address or phone number; empty when the text is neither. */
  public Optional<String> of(@Nullable String emailOrPhone) {
    if (emailOrPhone == null) {
      return Optional.empty();
    }
    String text = emailOrPhone.strip().toLowerCase(Locale.ROOT);
    if (text.indexOf('@') > 0) {
      return Optional.of(hash("email:" + text));
    }
    String digits = SearchWords.digits(text);
    return digits.length() < PHONE_DIGITS_MIN ? Optional.empty() : Optional.of(hash("phone:" + digits));
  }

  /** The e-mail address decides where there is one, else the phone number. */
  Optional<String> of(@Nullable Contact contact) {
    return contact == null ? Optional.empty() : of(contact.email()).or(() -> of(contact.phone()));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
