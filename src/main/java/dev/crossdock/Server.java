package dev.crossdock;

import dev.crossdock.cli.StartRefused;
import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.nodes.Draining;
import dev.crossdock.platform.nodes.Node;
import dev.crossdock.platform.nodes.SchemaBeyondUs;
import dev.crossdock.platform.postgres.EmbeddedPostgres;
import dev.crossdock.platform.postgres.PostgresSettings;
import dev.crossdock.platform.security.ApiKeys;
import dev.crossdock.platform.security.NewPerson;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.VaultRefusal;
import dev.crossdock.platform.time.SystemTime;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running installation: its PostgreSQL, unless another one is used, and the application on top of it. */
public final class Server implements AutoCloseable {

  /** One of them listens to the journal, and one watches the other nodes. */
  private static final int CONNECTIONS_MAX = 17;

  private final @Nullable EmbeddedPostgres postgres;
  private final ConfigurableApplicationContext context;
  private final Settings settings;
  private final Optional<NewPerson> firstAdministrator;

  private Server(
      @Nullable EmbeddedPostgres postgres,
      ConfigurableApplicationContext context,
      Settings settings,
      Optional<NewPerson> firstAdministrator) {
    this.postgres = postgres;
    this.context = context;
    this.settings = settings;
    this.firstAdministrator = firstAdministrator;
  }

  /**
   * Starts everything and returns when requests are answered.
   *
   * @throws dev.crossdock.cli.StartRefused when the settings name what can't be used, with a line for the operator
   * @throws dev.crossdock.platform.postgres.PostgresStartFailure with a line for the operator
   */
  public static Server start(Settings settings) {
    StartCheck.run(settings);
    Settings.Database external = settings.database();
    EmbeddedPostgres postgres =
        external == null ? EmbeddedPostgres.start(PostgresSettings.kept(settings.data())) : null;
    try {
      Ids ids = new Ids(new SystemTime(), new SecureRandom());
      NodeName node = NodeName.of(settings.data(), () -> ids.next().toString());
      ConfigurableApplicationContext context = application(settings, node, properties(settings, node, postgres));
      return new Server(postgres, context, settings, firstStart(context, settings));
    } catch (PortInUseException e) {
      if (postgres != null) {
        postgres.close();
      }
      throw new StartRefused("Port " + e.getPort() + " is in use; give another with --port.");
    } catch (RuntimeException e) {
      if (postgres != null) {
        postgres.close();
      }
      throw refusal(e);
    }
  }

  /** What somebody can do something about is told in its own words. */
  private static RuntimeException refusal(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof VaultRefusal || cause instanceof SchemaBeyondUs) {
        return new StartRefused(Objects.requireNonNull(cause.getMessage()));
      }
    }
    return e;
  }

  private static ConfigurableApplicationContext application(
      Settings settings, NodeName node, Map<String, Object> properties) {
    return new SpringApplicationBuilder(Crossdock.class)
        .web(WebApplicationType.SERVLET)
        .properties(properties)
        .registerShutdownHook(false)
        .initializers(context -> register((GenericApplicationContext) context, settings, node))
        .run();
  }

  private static void register(GenericApplicationContext context, Settings settings, NodeName node) {
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(NodeName.class, () -> node);
  }

  private static Map<String, Object> properties(
      Settings settings, NodeName node, @Nullable EmbeddedPostgres postgres) {
    Map<String, Object> properties = new HashMap<>(settings.serverProperties());
    Settings.Database external = settings.database();
    if (postgres != null) {
      database(properties, postgres.jdbcUrl(), postgres.user(), postgres.password());
    } else if (external != null) {
      database(properties, external.jdbcUrl(), external.user(), external.password());
    }
    properties.put("spring.datasource.hikari.maximum-pool-size", CONNECTIONS_MAX);
    properties.put(
        "spring.datasource.hikari.data-source-properties.ApplicationName", Node.application(node.text()));
    return properties;
  }

  private static void database(
      Map<String, Object> properties, String url, @Nullable String user, @Nullable String password) {
    properties.put("spring.datasource.url", url);
    if (user != null) {
      properties.put("spring.datasource.username", user);
    }
    if (password != null) {
      properties.put("spring.datasource.password", password);
    }
  }

  private static Optional<NewPerson> firstStart(ConfigurableApplicationContext context, Settings settings) {
    String key = settings.bootstrapApiKey();
    if (key != null) {
      context.getBean(ApiKeys.class).bootstrap(key);
    }
    return context.getBean(People.class).firstAdministrator(Merchant.MAIN);
  }

  /** The port that requests are answered on. */
  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** The person made at the very first start, with the password that is told this once. */
  public Optional<NewPerson> firstAdministrator() {
    return firstAdministrator;
  }

  /** A part of the application, for commands that run inside the process. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops in the right order: what is on its way here, requests, workers, connections, and PostgreSQL last. */
  @Override
  public void close() {
    Draining.run((ServletWebServerApplicationContext) context, settings.node().drain());
    context.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
