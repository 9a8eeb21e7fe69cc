package dev.crossdock.sandbox.drills.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements that a drill asks a database from outside, in files of their own beside each other. */
public final class Queries {

  private Queries() {}

  /**
   * The text of one.
   *
   * @param drill whose it is: the folder's name
   * @param name the file's name, without its ending
   */
  public static String text(String drill, String name) {
    String path = "/drills/" + drill + "/" + name + ".sql";
    try (InputStream file = Queries.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
