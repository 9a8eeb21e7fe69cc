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
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key file of an installation: 32 random bytes in hexadecimal, readable by its owner only, made at the first start.
 * The database remembers the key's digest, so that a start with a lost or foreign file stops before it does harm.
 */
public final class VaultKey {

  private static final String FILE = "vault.key";
  private static final int KEY_BYTES = 32;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static final String KNOWN = "select digest from vault_key order by digest";

  private static final String REMEMBER =
      "insert into vault_key (digest, made_at) values (:digest, :now::timestamptz) on conflict (digest) do nothing";

  private VaultKey() {}

  /**
   * The vault of the installation with this data directory and database.
   *
   * @throws VaultRefusal when the key file is missing, foreign, open to others or unreadable
   */
  public static Vault open(Path dataDirectory, DataSource dataSource, Instant now) {
    JdbcClient client = JdbcClient.create(dataSource);
    Path file = dataDirectory.resolve(FILE);
    List<String> known = client.sql(KNOWN).query((row, n) -> row.getString("digest")).list();
    byte[] key = known.isEmpty() && !Files.exists(file) ? make(file) : read(file);
    String digest = HexFormat.of().formatHex(Digests.sha256(key));
    if (known.isEmpty()) {
      client.sql(REMEMBER).param("digest", digest).param("now", now.toString()).update();
    } else if (!known.contains(digest)) {
      throw new VaultRefusal(file + " belongs to another database: put back the key file that was made with this one");
    }
    SecretKey secret = new SecretKeySpec(key, "AES");
    return new Vault(secret);
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
          "the key file " + file + " is missing, and this database holds secrets sealed with it: put it back", e);
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
