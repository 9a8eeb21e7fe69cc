package dev.crossdock.api.v1.files;

import dev.crossdock.inventory.imports.FileImport;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that was taken in.
 *
 * @param kind of its rows, as in the address it was sent to
 * @param repeated whether the same file had been taken in before: then nothing was done
 * @param refused rows that were not taken; the answers say why
 */
record FileView(
    UUID id, String kind, String name, boolean repeated, int rows, int taken, int refused, Instant createdAt) {

  static FileView of(FileImport file, boolean repeated) {
    return new FileView(
        file.id(), file.kind().word(), file.name(), repeated, file.total(), file.taken(), file.refused(),
        file.createdAt());
  }
}
