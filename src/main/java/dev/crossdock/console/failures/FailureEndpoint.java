package dev.crossdock.console.failures;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser is shown when the web server gives up on a request before any page had it. */
@RestController
class FailureEndpoint {

  private final Failures failures;

  FailureEndpoint(Failures failures) {
    this.failures = failures;
  }

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    @Nullable HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : null;
    return failures.alone(Failure.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known));
  }
}
