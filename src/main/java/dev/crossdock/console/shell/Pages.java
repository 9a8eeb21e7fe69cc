package dev.crossdock.console.shell;

import dev.crossdock.console.assets.Assets;
import dev.crossdock.console.assets.Fingerprint;
import dev.crossdock.platform.db.Merchant;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Renders pages and parts of pages, and sends them with the headers that keep them safe. */
public final class Pages {

  /** Nothing inline, nothing from elsewhere. */
  public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final TemplateEngine templates;
  private final Shell.Files files;
  private final Function<Merchant, String> exceptions;

  /**
   * @param exceptions how many exceptions a merchant has open, as printed beside the navigation; empty for none
   */
  public Pages(TemplateEngine templates, Assets assets, Function<Merchant, String> exceptions) {
    this.templates = templates;
    this.files = new Shell.Files(
        assets.styles().name(), assets.script().name(), assets.station().name(), assets.editor().name());
    this.exceptions = exceptions;
  }

  /** A whole page: its template takes {@code shell} and {@code page}. */
  public ResponseEntity<String> page(Visit visit, @Nullable Nav place, String title, String template, Object page) {
    return page(HttpStatus.OK, visit, place, title, template, page);
  }

  /** A whole page with another status. */
  public ResponseEntity<String> page(
      HttpStatus status, Visit visit, @Nullable Nav place, String title, String template, Object page) {
    Shell shell = new Shell(
        title, place, visit.viewer(), exceptions.apply(visit.merchant()), visit.path(), files, visit.flash());
    ResponseEntity<String> sent = sent(status, render(template, Map.of("shell", shell, "page", page)));
    return visit.flash() == null
        ? sent
        : ResponseEntity.status(status)
            .headers(sent.getHeaders())
            .header(HttpHeaders.SET_COOKIE, Told.gone())
            .body(sent.getBody());
  }

  /** A page outside the shell, for people who are not signed in: its template takes {@code files} and {@code page}. */
  public ResponseEntity<String> bare(HttpStatus status, String template, Object page) {
    return sent(status, render(template, Map.of("files", files, "page", page)));
  }

  /** A part of a page. A browser that has it already is told so and gets nothing. */
  public ResponseEntity<String> part(HttpStatus status, String template, Map<String, Object> params) {
    return sent(status, render(template, params));
  }

  /** The markup of a template. */
  public String render(String template, Map<String, Object> params) {
    StringOutput html = new StringOutput();
    templates.render(template, params, html);
    return html.toString();
  }

  private static ResponseEntity<String> sent(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag("\"" + Fingerprint.of(html.getBytes(StandardCharsets.UTF_8)) + "\"")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header(HttpHeaders.VARY, "HX-Request")
        .body(html);
  }
}
