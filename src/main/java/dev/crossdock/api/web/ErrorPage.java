package dev.crossdock.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is told when the web server itself gives up on a request: the status and nothing else. */
@RestController
class ErrorPage implements ErrorController {

  private static final int UNKNOWN = 500;

  @RequestMapping("/error")
  ResponseEntity<Void> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return ResponseEntity.status(status instanceof Integer code ? code : UNKNOWN).build();
  }
}
