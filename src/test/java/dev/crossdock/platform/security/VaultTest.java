package dev.crossdock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Credentials at rest. */
class VaultTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Merchant OTHER = new Merchant(2);

  @RegisterExtension
  final Db db = Db.fresh();

  @TempDir
  Path data;

  @Test
  void opensWhatItSealed() {
    byte[] sealed = vault().seal(Merchant.MAIN, "shopify/acme", "webhookSecret", "geheim ✓");

    assertThat(vault().open(Merchant.MAIN, "shopify/acme", "webhookSecret", sealed)).isEqualTo("geheim ✓");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("geheim");
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() {
    Vault vault = vault();

    assertThat(vault.seal(Merchant.MAIN, "o", "n", "text")).isNotEqualTo(vault.seal(Merchant.MAIN, "o", "n", "text"));
  }

  @Test
  void opensForNobodyElse() {
    Vault vault = vault();
    byte[] sealed = vault.seal(Merchant.MAIN, "ab", "c", "text");

    assertThatThrownBy(() -> vault.open(OTHER, "ab", "c", sealed)).isInstanceOf(VaultRefusal.class);
    assertThatThrownBy(() -> vault.open(Merchant.MAIN, "a", "bc", sealed)).isInstanceOf(VaultRefusal.class);
    assertThatThrownBy(() -> vault.open(Merchant.MAIN, "ab", "d", sealed)).isInstanceOf(VaultRefusal.class);
  }

  @Test
  void noticesEveryChangedByte() {
    Vault vault = vault();
    byte[] sealed = vault.seal(Merchant.MAIN, "o", "n", "text");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open(Merchant.MAIN, "o", "n", changed)).isInstanceOf(VaultRefusal.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> vault.open(Merchant.MAIN, "o", "n", cut)).isInstanceOf(VaultRefusal.class);
    }
  }

  @Test
  void makesTheKeyFileForItsOwnerOnly() throws IOException {
    vault();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile()))).isEqualTo("rw-------");
  }

  @Test
  void refusesWhenTheKeyFileWasLost() throws IOException {
    vault();
    Files.delete(keyFile());

    assertThatThrownBy(this::vault).isInstanceOf(VaultRefusal.class).hasMessageContaining("missing");
    assertThat(keyFile()).doesNotExist();
  }

  @Test
  void refusesAForeignKeyFile() throws IOException {
    vault();
    Files.writeString(keyFile(), "00".repeat(32));

    assertThatThrownBy(this::vault).isInstanceOf(VaultRefusal.class).hasMessageContaining("another database");
  }

  @Test
  void refusesAKeyFileThatOthersCanRead() throws IOException {
    vault();
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(this::vault).isInstanceOf(VaultRefusal.class).hasMessageContaining("chmod 600");

    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("r--------"));
    assertThatCode(this::vault).doesNotThrowAnyException();
  }

  @Test
  void refusesADamagedKeyFileWithoutShowingIt() throws IOException {
    vault();
    Files.writeString(keyFile(), "no-key-at-all");

    assertThatThrownBy(this::vault).isInstanceOf(VaultRefusal.class).hasMessageNotContaining("no-key-at-all");
  }

  private Path keyFile() {
    return data.resolve("vault.key");
  }

  private Vault vault() {
    return VaultKey.open(data, null, db.dataSource(), NOW);
  }
}
