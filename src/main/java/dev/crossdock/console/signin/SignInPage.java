package dev.crossdock.console.signin;

import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Viewer;
import dev.crossdock.console.shell.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks for name and password; the security chain takes the answer at the same address. */
@RestController
class SignInPage {

  private static final Note ENDED = Note.of(
      Role.ATTENTION, Icon.CLOCK,
      "Your session had ended. Nothing was changed. Sign in, and you are back on the page you were on.");

  private final Pages pages;

  SignInPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * What the page shows.
   *
   * @param note what happened before: a wrong password, a sign-out
   */
  public record View(Viewer viewer, Field name, Field password, @Nullable Note note) {}

  @GetMapping("/console/sign-in")
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
      @RequestParam(required = false) @Nullable String ended) {
    Note note = error != null ? refused(error)
        : signedOut != null ? Note.of(Role.NEUTRAL, Icon.CHECK, "You are signed out.")
        : ended != null ? ENDED
        : null;
    Field name = new Field("username", "Name", "text", "", "username", null, null);
    Field password = new Field("password", "Password", "password", "", "current-password", null, null);
    return pages.bare(HttpStatus.OK, "signin/page.jte", new View(visit.viewer(), name, password, note));
  }

  private static Note refused(String error) {
    return Note.of(Role.CRITICAL, Icon.EXCEPTIONS, error.equals("throttled")
        ? "Too many wrong attempts. Wait some minutes, then sign in again."
        : "Name or password is wrong. Check both and sign in again.");
  }
}
