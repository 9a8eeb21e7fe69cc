package dev.crossdock.console.shell;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads from the front door to the first page. */
@RestController
class HomeEndpoint {

  @GetMapping({"/", "/console", "/console/"})
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(Nav.ORDERS.href())).build();
  }
}
