/// Fetches one file: the way of `./mvnw` on a machine that has neither curl nor wget.
void main(String[] args) throws Exception {
  try (var stream = URI.create(args[0]).toURL().openStream()) {
    Files.copy(stream, Path.of(args[1]), StandardCopyOption.REPLACE_EXISTING);
  }
}
