package dev.crossdock.testing;

import dev.crossdock.Server;
import dev.crossdock.platform.config.SettingsLoader;
import dev.crossdock.platform.config.SettingsLoading;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.security.ApiKeys;
import dev.crossdock.platform.security.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole installation on a port of its own and a database of its own, reached over real HTTP. One is shared by the
 * JVM, because it takes seconds to start: tests use names nobody else uses.
 */
public final class Installation implements AutoCloseable {

  public static final String BOOTSTRAP_KEY = "bootstrap-key-of-the-tests";

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Db db;
  private final boolean databaseIsOurs;
  private final Path folder = TestFolders.make("crossdock-installation-");
  private final Server server;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Installation(String... more) {
    this(Db.fresh(), true, Map.of(), more);
  }

  private Installation(Db db, boolean databaseIsOurs, Map<String, String> also, String... more) {
    this.db = db;
    this.databaseIsOurs = databaseIsOurs;
    List<String> arguments = new ArrayList<>(
        List.of("--port=0", "--bind=127.0.0.1", "--log-format=text", "--data=" + folder, "--db-url=" + db.jdbcUrl()));
    arguments.addAll(List.of(more));
    Map<String, String> environment = new HashMap<>(also);
    environment.put("CROSSDOCK_DB_USER", db.user());
    environment.put("CROSSDOCK_DB_PASSWORD", db.password());
    environment.put("CROSSDOCK_BOOTSTRAP_API_KEY", BOOTSTRAP_KEY);
    SettingsLoading loading = SettingsLoader.load(arguments, environment, Path.of(""));
    this.server = Server.start(((SettingsLoading.Loaded) loading).settings());
  }

  /** Started by the first test that asks, and only then. */
  private static final class Holder {
    static final Installation SHARED = begin();

    private static Installation begin() {
      Installation installation = new Installation();
      AtExit.run(installation::end);
      return installation;
    }
  }

  public static Installation shared() {
    return Holder.SHARED;
  }

  /** One for this test alone; it closes it. */
  public static Installation fresh() {
    return new Installation();
  }

  /** Another node on the same database, with the same key; closed before the first one. */
  public Installation another(String... more) {
    try {
      String key = Files.readString(folder.resolve("vault.key")).strip();
      return new Installation(db, false, Map.of("CROSSDOCK_VAULT_KEY", key), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for this test alone that may call this address of this machine, {@code 127.0.0.1:port}. */
  public static Installation thatMayCall(String target) {
    return new Installation("--allow-targets=" + target);
  }

  public Db db() {
    return db;
  }

  public int port() {
    return server.port();
  }

  /** A part of the running application. */
  public <T> T part(Class<T> type) {
    return server.part(type);
  }

  /** A new key with these scopes. */
  public String key(Scope... scopes) {
    return part(Door.class)
        .write(Merchant.MAIN, CAUSE, tx -> part(ApiKeys.class).issue(tx, "test", Set.of(scopes)).secret());
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** A request with the administrator's key and, where there is a body, its type. */
  public HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .header("Authorization", "Bearer " + BOOTSTRAP_KEY)
        .header("Content-Type", "application/json");
  }

  public Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Reply(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Reply get(String path) {
    return send(request("GET", path, "").build());
  }

  public Reply post(String path, String body) {
    return send(request("POST", path, body).build());
  }

  public Reply put(String path, String body) {
    return send(request("PUT", path, body).build());
  }

  /** The answer once it says so at this place; asks again and again, for half a minute at most. */
  public Reply eventually(String path, String pointer, String value) {
    return eventually(() -> get(path), reply -> reply.at(pointer).equals(value));
  }

  /** The answer once it holds this text. */
  public Reply eventually(String path, String text) {
    return eventually(() -> get(path), reply -> reply.text().contains(text));
  }

  /** The answer once it is what is wanted. */
  public Reply eventually(Supplier<Reply> question, Predicate<Reply> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Reply reply = question.get();
    while (!wanted.test(reply)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain; the last answer was " + reply);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      reply = question.get();
    }
    return reply;
  }

  private void end() {
    server.close();
    TestFolders.remove(folder);
  }

  @Override
  public void close() {
    end();
    if (databaseIsOurs) {
      db.close();
    }
  }

  /** An answer. */
  public record Reply(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** What stands at an RFC 6901 pointer of the JSON, as text; empty when nothing does. */
    public String at(String pointer) {
      JsonNode node = json().at(pointer);
      return node.isMissingNode() ? "" : node.isValueNode() ? node.asString() : node.toString();
    }

    public String header(String name) {
      return String.join("|", response.headers().allValues(name));
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
