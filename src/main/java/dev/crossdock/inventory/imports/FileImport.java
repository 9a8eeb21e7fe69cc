package dev.crossdock.inventory.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was taken in.
 *
 * @param name of the file, as far as anybody told; empty for none
 * @param total rows
 * @param refused rows that were not taken; the answers say why
 */
public record FileImport(UUID id, FileKind kind, String name, int total, int refused, Instant createdAt) {

  public int taken() {
    return total - refused;
  }
}
