package dev.crossdock.platform.security;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, 19 MiB and two passes (OWASP ASVS 5.0, appendix C). At most two at a time, so that
 * many sign-ins at once take time rather than memory.
 */
final class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int AT_ONCE_MAX = 2;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
  private final Semaphore permits = new Semaphore(AT_ONCE_MAX, true);
  private final String nobody = hash("nobody has this password");

  String hash(String password) {
    permits.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      permits.release();
    }
  }

  /** Takes as long for nobody as for somebody, so that an unknown name cannot be told by the time. */
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > People.PASSWORD_MAX) {
      return false;
    }
    permits.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash.orElse(nobody)) && hash.isPresent();
    } finally {
      permits.release();
    }
  }

  /** Whether the hash was made with weaker parameters than today's. */
  boolean isWeak(String hash) {
    return encoder.upgradeEncoding(hash);
  }
}
