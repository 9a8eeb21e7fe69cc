package dev.crossdock.channels;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One recorded message: {@code NAME.json} ({@code NAME.raw} where it is no text) holds the body, {@code NAME.headers} its headers
 * without the signature, {@code NAME.expected} what it must decode to. In the headers, {@code @topic} gives the topic
 * of a message that came by poll or fetch, {@code @unsigned} marks one that the channel sends without a signature.
 */
record Recording(String name, RawMessage message, boolean unsigned, String expected) {

  private static final List<String> BESIDE = List.of(".headers", ".expected", ".exchange.json");

  static Path folder(Channel channel) {
    return Shared.project().resolve("src/test/resources/recordings").resolve(channel.id());
  }

  static List<Recording> of(Channel channel) {
    return files(folder(channel)).stream()
        .filter(file -> BESIDE.stream().noneMatch(ending -> file.toString().endsWith(ending)))
        .map(Recording::read)
        .toList();
  }

  static List<Path> exchanges(Channel channel) {
    return files(folder(channel)).stream().filter(file -> file.toString().endsWith(".exchange.json")).toList();
  }

  /** The same message with other bytes. */
  RawMessage with(byte[] body) {
    return new RawMessage(message.topic(), message.headers(), body);
  }

  /** The same message with more headers. */
  RawMessage with(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(message.headers());
    headers.putAll(more);
    return new RawMessage(message.topic(), headers, message.body());
  }

  private static Recording read(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    Map<String, String> headers = new HashMap<>();
    String topic = "";
    boolean unsigned = false;
    for (String line : text(file.resolveSibling(name + ".headers")).lines().toList()) {
      if (line.startsWith("@topic")) {
        topic = line.substring("@topic".length()).strip();
      } else if (line.equals("@unsigned")) {
        unsigned = true;
      } else {
        String[] parts = line.split(":", 2);
        headers.put(parts[0].strip(), parts[1].strip());
      }
    }
    try {
      RawMessage message = new RawMessage(topic, headers, Files.readAllBytes(file));
      return new Recording(name, message, unsigned, text(file.resolveSibling(name + ".expected")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
