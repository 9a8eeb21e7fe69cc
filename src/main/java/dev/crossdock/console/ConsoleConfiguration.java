package dev.crossdock.console;

import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.console.assets.Assets;
import dev.crossdock.console.failures.Failures;
import dev.crossdock.console.kit.Sprite;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.VisitResolver;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.ids.Ids;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the console together: templates compiled with the build, files joined at the start, pages found by scan. */
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {

  private static final String SVG = "image/svg+xml";
  private static final String FAVICON = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M1 1h14v14H1z" fill="#0B5CAD"/>\
      <path d="M3 5.5h7l-2-2m2 2-2 2M13 10.5H6l2-2m-2 2 2 2" fill="none" stroke="#fff" stroke-width="1.5"/></svg>""";

  @Bean
  Assets consoleAssets() {
    return new Assets(List.of(
        Assets.of(Sprite.NAME, SVG, Sprite.SVG), Assets.of("favicon.svg", SVG, FAVICON)));
  }

  @Bean
  TemplateEngine consoleTemplates() {
    return templates();
  }

  @Bean
  Pages consolePages(TemplateEngine templates, Assets assets, Door door, ExceptionSearch exceptions) {
    return new Pages(templates, assets, merchant -> open(door.read(merchant, exceptions::openCount)));
  }

  @Bean
  Commands consoleCommands(Door door, Ids ids) {
    return new Commands(door, ids);
  }

  @Bean
  ActorWords actorWords(ChannelRegistry channels) {
    return new ActorWords(channels);
  }

  @Bean
  OrderDetails orderDetails() {
    return new OrderDetails(new OrderCodec());
  }

  @Bean
  ExceptionSearch exceptionSearch() {
    return new ExceptionSearch();
  }

  @Bean
  VisitResolver visitResolver(InstantSource time) {
    return new VisitResolver(time);
  }

  @Bean
  Failures failures(Pages pages, VisitResolver visits, Ids ids) {
    return new Failures(pages, visits, ids);
  }

  @Bean
  WebMvcConfigurer consoleArguments(VisitResolver visits, Failures failures) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
      }

      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(failures);
      }
    };
  }

  private static String open(int count) {
    return count == 0 ? "" : OrderWords.count(count, ExceptionSearch.COUNT_MAX);
  }

  /** The templates that were compiled into the packages their sources lie in. */
  public static TemplateEngine templates() {
    TemplateEngine engine = TemplateEngine.createPrecompiled(
        null, ContentType.Html, ConsoleConfiguration.class.getClassLoader(),
        ConsoleConfiguration.class.getPackageName());
    engine.setTrimControlStructures(true);
    return engine;
  }
}
