package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cluster's files: made once, with one database and one user; refused when they are not ours to run. */
final class Cluster {

  private static final Duration SETUP_TIMEOUT = Duration.ofMinutes(5);
  private static final int PASSWORD_BYTES = 24;

  private final DataLayout layout;
  private final PostgresSettings settings;
  private final Installation installation;

  Cluster(DataLayout layout, PostgresSettings settings, Installation installation) {
    this.layout = layout;
    this.settings = settings;
    this.installation = installation;
  }

  /** Leaves complete cluster files behind, made now or before, and gives the user's password. */
  String prepare() throws IOException {
    removeUnfinished();
    if (exists()) {
      requireSameMajor();
      installation.runAs().own(layout.cluster());
      ServerConfig.write(layout.cluster(), settings.durable());
      Optional<String> kept = PrivateFile.read(layout.passwordFile());
      return kept.isPresent() ? kept.get() : replaceLostPassword();
    }
    return create();
  }

  private void removeUnfinished() throws IOException {
    for (Path folder : layout.unfinishedClusters()) {
      try {
        Trees.delete(folder);
      } catch (DirectoryNotEmptyException e) {
        // The set-up that was cut off is still writing there; it fails by itself, and the next start removes the rest.
      }
    }
  }

  private boolean exists() throws IOException {
    Path cluster = layout.cluster();
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return true;
    }
    if (!Files.exists(cluster)) {
      return false;
    }
    try (Stream<Path> files = Files.list(cluster)) {
      if (files.findAny().isPresent()) {
        throw new PostgresStartFailure(
            "%s holds files, but no PostgreSQL cluster: move them away, or choose another data directory."
                .formatted(cluster));
      }
    }
    return false;
  }

  private void requireSameMajor() throws IOException {
    String found = Files.readString(layout.cluster().resolve("PG_VERSION")).strip();
    if (!found.equals(String.valueOf(installation.major()))) {
      throw new PostgresStartFailure("""
          %s was written by PostgreSQL %s, this Crossdock runs PostgreSQL %d. Nothing was changed. Start the Crossdock \
          release you used before and export the data, or move it to an external PostgreSQL and use --db-url; or \
          choose another data directory to begin empty.""".formatted(layout.cluster(), found, installation.major()));
    }
  }

  /** Made under another name and renamed when complete, so that an interrupted first start leaves nothing half. */
  private String create() throws IOException {
    Path unfinished = layout.createUnfinishedCluster();
    installation.runAs().own(unfinished);
    List<String> initdb = new ArrayList<>(List.of(installation.home().resolve("bin/initdb").toString(),
        "--username=postgres", "--auth=reject", "--encoding=UTF8", "--no-locale", "--locale-provider=builtin",
        // Never changes with the operating system's libraries: text indexes stay right after an upgrade of those.
        "--builtin-locale=C.UTF-8", "--data-checksums", "-D", unfinished.toString()));
    if (!settings.durable()) {
      initdb.add("--no-sync");
    }
    run(initdb, "");
    ServerConfig.write(unfinished, settings.durable());
    String password = newPassword();
    alone(unfinished, """
        create role crossdock login %s password '%s';
        grant pg_monitor, pg_checkpoint to crossdock;
        create database crossdock owner crossdock;
        drop database postgres;
        """.formatted(settings.durable() ? "" : "createdb", password));
    PrivateFile.write(layout.passwordFile(), password);
    Files.move(unfinished, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private String replaceLostPassword() throws IOException {
    String password = newPassword();
    alone(layout.cluster(), "alter role crossdock password '%s';\n".formatted(password));
    PrivateFile.write(layout.passwordFile(), password);
    return password;
  }

  /** Runs statements, one a line, in a server without a network: the only way in for the superuser. */
  private void alone(Path cluster, String statements) {
    List<String> command = installation.postgres(cluster, List.of("--single",
        "-c", "logging_collector=off",
        // An error must not quote the password.
        "-c", "log_min_error_statement=panic"));
    command.add("template1");
    Commands.Outcome outcome = run(command, statements);
    if (outcome.output().lines().anyMatch(line -> line.contains("ERROR:") || line.contains("FATAL:"))) {
      throw new PostgresStartFailure("Could not set up the cluster in %s: %s".formatted(cluster, outcome.line()));
    }
  }

  private Commands.Outcome run(List<String> command, String input) {
    Commands.Outcome outcome = Commands.run(installation.runAs().command(command), input, SETUP_TIMEOUT);
    if (!outcome.succeeded()) {
      // Containers may be run under any number.
      String hint = outcome.output().contains("could not look up effective user ID")
          ? " (PostgreSQL runs only under a user that has a name: add one to /etc/passwd, or use another)" : "";
      throw new PostgresStartFailure("Could not set up the cluster in %s: %s%s"
          .formatted(layout.cluster(), Failures.tail(outcome.output()), hint));
    }
    return outcome;
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
