package dev.crossdock.platform.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key of an installation: 32 random bytes in hexadecimal, in a file readable by its owner only that is made at the
 * first start, or given to each of several nodes. The database remembers the key's digest, so that a start with a lost
 * or foreign one stops before it does harm; of two nodes that begin at once, one makes the key.
 */
public final class VaultKey {

  private static final String FILE = "vault.key";
  private static final int KEY_BYTES = 32;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static final String KNOWN = "select digest from vault_key order by digest";

  /** Held until the key is remembered: nobody else makes one meanwhile. */
  private static final String ONE_AT_A_TIME = "lock table vault_key in exclusive mode";

  private static final String REMEMBER =
      "insert into vault_key (digest, made_at) values (:digest, :now::timestamptz)";

  private VaultKey() {}

  /**
   * The vault of the installation with this data directory and database.
   *
   * @param given the key as 64 hexadecimal digits; null for the one in the key file
   * @throws VaultRefusal when the key is foreign, or its file missing, open to others or unreadable
   */
  public static Vault open(Path dataDirectory, @Nullable String given, DataSource dataSource, Instant now) {
    JdbcClient client = JdbcClient.create(dataSource);
    Path file = dataDirectory.resolve(FILE);
    TransactionTemplate alone = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    byte[] key = Objects.requireNonNull(alone.execute(status -> key(client, file, given, now)));
    SecretKey secret = new SecretKeySpec(key, "AES");
    return new Vault(secret);
  }

  private static byte[] key(JdbcClient client, Path file, @Nullable String given, Instant now) {
    client.sql(ONE_AT_A_TIME).update();
    List<String> known = client.sql(KNOWN).query((row, n) -> row.getString("digest")).list();
    boolean first = known.isEmpty();
    byte[] key =
        given != null ? HexFormat.of().parseHex(given) : first && !Files.exists(file) ? make(file) : read(file);
    String digest = HexFormat.of().formatHex(Digests.sha256(key));
    if (first) {
      client.sql(REMEMBER).param("digest", digest).param("now", now.toString()).update();
    } else if (!known.contains(digest)) {
      String which = given == null ? file.toString() : "the vault key given to this node";
      throw new VaultRefusal(which + " belongs to another database: give the key that was made with this one");
    }
    return key;
  }

  private static byte[] make(Path file) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    byte[] text = HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (SeekableByteChannel channel = Files.newByteChannel(file, NEW, ownerOnly(file))) {
        channel.write(ByteBuffer.wrap(text));
      }
    } catch (IOException e) {
      throw new VaultRefusal("cannot write the key file " + file + ": " + e.getMessage(), e);
    }
    return key;
  }

  private static byte[] read(Path file) {
    try {
      if (isOpenToOthers(file)) {
        throw new VaultRefusal(file + " is open to others: make it readable by its owner only (chmod 600)");
      }
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new VaultRefusal(file + " does not hold a key of " + KEY_BYTES + " bytes: put it back from a backup");
      }
      return key;
    } catch (NoSuchFileException e) {
      throw new VaultRefusal(
          "the key file " + file + " is missing, and this database holds secrets sealed with it: put it back, or give"
              + " this node the key of the others as CROSSDOCK_VAULT_KEY", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new VaultRefusal("cannot read the key file " + file + ": " + e.getClass().getSimpleName(), e);
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    return isPosix(file)
        && Files.getPosixFilePermissions(file).stream().anyMatch(right -> !right.name().startsWith("OWNER"));
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
