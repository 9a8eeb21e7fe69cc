package dev.crossdock.api.web;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Idempotency;
import dev.crossdock.platform.http.Leftovers;
import dev.crossdock.platform.http.PatientProtocol;
import dev.crossdock.platform.ids.Ids;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts the shared parts of the API in their places. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  private static final int DEPTH_MAX = 64;
  private static final int TOKENS_MAX = 500_000;
  private static final int STRING_MAX = 100_000;
  private static final int NUMBER_MAX = 100;
  private static final int NAME_MAX = 200;

  /** After the security chains, so that nobody's bytes are read before it is known who sends them. */
  private static final int AFTER_SECURITY = 0;

  /** Takes what is written down and nothing else: no unknown or doubled property, no text for a number. */
  @Bean
  JsonMapper apiJson() {
    return strictJson();
  }

  static JsonMapper strictJson() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH_MAX)
            .maxTokenCount(TOKENS_MAX)
            .maxStringLength(STRING_MAX)
            .maxNumberLength(NUMBER_MAX)
            .maxNameLength(NAME_MAX)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience() {
    return tomcat -> {
      tomcat.setProtocol(PatientProtocol.class.getName());
      tomcat.addEngineValves(new Leftovers());
    };
  }

  @Bean
  Commands commands(Door door, JsonMapper json) {
    return new Commands(door, new Idempotency(), json);
  }

  @Bean
  FilterRegistrationBean<RequestIds> requestIds(Ids ids) {
    return registered(new RequestIds(ids), Ordered.HIGHEST_PRECEDENCE);
  }

  @Bean
  Bodies bodies() {
    return new Bodies();
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(Bodies bodies) {
    return registered(new BodyFilter(bodies), AFTER_SECURITY);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Arguments());
  }

  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.addFirst(new ProblemResolver());
  }

  private static <F extends Filter> FilterRegistrationBean<F> registered(F filter, int order) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/*");
    registration.setOrder(order);
    return registration;
  }
}
