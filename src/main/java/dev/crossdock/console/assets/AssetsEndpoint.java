package dev.crossdock.console.assets;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Sends the files that pages name; compressed ahead of time, immutable because their names hold their hashes. */
@RestController
public class AssetsEndpoint {

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Assets assets;

  AssetsEndpoint(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
    return assets.find(name)
        .map(asset -> accepted.contains("gzip") ? sent(asset, asset.gzipped(), "gzip") : sent(asset, asset.content(), ""))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> sent(Assets.Asset asset, byte[] body, String encoding) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(asset.type()))
        .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("X-Content-Type-Options", "nosniff");
    return (encoding.isEmpty() ? answer : answer.header(HttpHeaders.CONTENT_ENCODING, encoding)).body(body);
  }
}
