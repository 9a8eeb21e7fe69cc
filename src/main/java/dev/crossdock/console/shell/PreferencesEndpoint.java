package dev.crossdock.console.shell;

import dev.crossdock.console.shell.Preferences.Density;
import dev.crossdock.console.shell.Preferences.Theme;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Remembers how a person wants pages to look, and goes back to where they were. */
@RestController
class PreferencesEndpoint {

  private static final Duration YEAR = Duration.ofDays(365);

  @PostMapping("/console/preferences")
  ResponseEntity<Void> remember(
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(required = false) @Nullable String density,
      @RequestParam(required = false) @Nullable String keys,
      @RequestParam(defaultValue = "/console/orders") String back) {
    ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.status(HttpStatus.SEE_OTHER);
    if (theme != null) {
      keep(answer, "theme", Preferences.parse(Theme.class, theme, Theme.SYSTEM).value());
    }
    if (density != null) {
      keep(answer, "density", Preferences.parse(Density.class, density, Density.DEFAULT).value());
    }
    if (keys != null) {
      keep(answer, "keys", "off".equals(keys) ? "off" : "on");
    }
    return answer.location(URI.create(ours(back))).build();
  }

  /** Only a path of the console: never a way to another site. */
  static String ours(String back) {
    boolean ours = back.matches("/console/[\\w/.~%?&=:+,;@!$'()*-]*");
    return ours ? back : "/console/orders";
  }

  private static void keep(ResponseEntity.HeadersBuilder<?> answer, String name, String value) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value).path("/").maxAge(YEAR).sameSite("Lax").httpOnly(true).build();
    answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
