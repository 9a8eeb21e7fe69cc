package dev.crossdock.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.ConsoleConfiguration;
import dev.crossdock.testing.Browser;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The kit page in a real browser: every part, both themes, a wide and a narrow window, without a database. */
class KitJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  private static ConfigurableApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"})
  @Import(ConsoleConfiguration.class)
  @ComponentScan({"dev.crossdock.console.kitpage", "dev.crossdock.console.assets", "dev.crossdock.console.signin"})
  static class Site {

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .headers(headers -> headers.disable())
          .build();
    }

    @Bean
    InstantSource time() {
      return InstantSource.fixed(Instant.parse("2026-11-20T09:12:07Z"));
    }
  }

  @BeforeAll
  static void serve() {
    context = new SpringApplicationBuilder(Site.class)
        .web(WebApplicationType.SERVLET)
        .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
            "logging.level.root=warn")
        .run();
  }

  @AfterAll
  static void stop() {
    if (context != null) {
      context.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
  void everyPartIsAccessibleAndFits(int width, String theme) {
    browser.dark(theme.equals("dark"));
    for (String page : new String[] {"kit", "sign-in"}) {
      browser.size(width, 900);
      browser.open(page("/console/" + page));

      assertThat(browser.accessibilityViolations()).isEmpty();
      assertThat(browser.consoleErrors()).isEmpty();
      assertThat(browser.script("const d = document.documentElement; return d.scrollWidth - d.clientWidth"))
          .isEqualTo(0L);
      browser.size(width, ((Long) browser.script("return document.documentElement.scrollHeight")).intValue());
      browser.screenshot(page + "-" + theme + "-" + width);
    }
  }

  private static URI page(String path) {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
