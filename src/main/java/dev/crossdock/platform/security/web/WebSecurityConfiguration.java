package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.Problems;
import dev.crossdock.platform.security.ApiKeys;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Sessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * One chain for each kind of visitor: programs with keys, people with sessions, machines that watch. Channels, which
 * prove themselves by signatures, are answered before. Whatever is in none of them does not exist.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration implements WebMvcConfigurer {

  private static final String SIGN_IN = "/console/sign-in";
  private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";
  private static final String CONSOLE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'; object-src 'none'";

  private final ApiKeys keys;
  private final People people;
  private final Sessions sessions;
  private final boolean secure;

  WebSecurityConfiguration(
      ApiKeys keys, People people, Sessions sessions, @Value("${crossdock.cookies.secure:false}") boolean secure) {
    this.keys = keys;
    this.people = people;
    this.sessions = sessions;
    this.secure = secure;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ScopeGuard()).addPathPatterns("/api/**");
  }

  @Bean
  PersonSignIn personSignIn() {
    return new PersonSignIn(people);
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
    programs(http)
        .securityMatcher("/api/**")
        .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(WebSecurityConfiguration::demandKey));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain watchChain(HttpSecurity http) throws Exception {
    programs(http)
        .securityMatcher("/health", "/health/*", "/metrics")
        .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(
            rules -> rules.requestMatchers("/metrics").access(new MetricsRule()).anyRequest().permitAll())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(WebSecurityConfiguration::demandKey));
    return http.build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain consoleChain(HttpSecurity http, ObjectProvider<AccessDeniedHandler> outOfDate) throws Exception {
    SessionCookie cookie = new SessionCookie(secure);
    ReturnPath back = new ReturnPath(secure);
    http.securityMatcher("/", "/console", "/console/**", "/assets/**", "/favicon.ico")
        .authorizeHttpRequests(
            rules ->
                rules.requestMatchers(SIGN_IN, "/assets/**", "/favicon.ico").permitAll().anyRequest().authenticated())
        .authenticationProvider(personSignIn())
        .securityContext(context -> context.securityContextRepository(new SignedIn(sessions, cookie)))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.csrfTokenRepository(new FormToken(sessions, cookie)))
        .requestCache(cache -> cache.requestCache(back))
        .addFilterBefore(new FileForms(), CsrfFilter.class)
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .defaultSuccessUrl("/console")
                    .failureHandler(WebSecurityConfiguration::signInFailed))
        .logout(out -> out.logoutUrl("/console/sign-out").logoutSuccessUrl(SIGN_IN + "?signed-out"))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(new ComingBack.AskToSignIn(SIGN_IN, back))
                    .accessDeniedHandler(new ComingBack.Refused(SIGN_IN, back, outOfDate.getIfAvailable())))
        .httpBasic(AbstractHttpConfigurer::disable)
        .headers(headers -> common(headers, CONSOLE_POLICY));
    return http.build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
    AuthenticationEntryPoint absent = (request, response, e) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    AccessDeniedHandler denied = (request, response, e) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    programs(http)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(absent).accessDeniedHandler(denied));
    return http.build();
  }

  /** Without session, form, cookie or cache. */
  private HttpSecurity programs(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> common(headers, NOTHING_LOADS));
  }

  private void common(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
        .addHeaderWriter(
            (request, response) -> response.setHeader("Cross-Origin-Opener-Policy", "same-origin"))
        .httpStrictTransportSecurity(
            hsts -> {
              if (secure) {
                hsts.requestMatcher(AnyRequestMatcher.INSTANCE);
              }
            });
  }

  private static void demandKey(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    Problems.write(response, Refusals.NO_KEY);
  }

  private static void signInFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.sendRedirect(SIGN_IN + (e instanceof LockedException ? "?error=throttled" : "?error"));
  }
}
