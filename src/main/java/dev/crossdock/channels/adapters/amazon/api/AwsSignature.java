package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.platform.http.Outbound;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AWS Signature Version 4 for requests without a query: every header of the request is signed, and its body. */
record AwsSignature(String accessKey, String secretKey, String region, String service) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The request with the headers that sign it. */
  Outbound.Request sign(Outbound.Request request, Instant now) {
    String time = TIME.format(now);
    TreeMap<String, String> signed = new TreeMap<>();
    request.headers().forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
    signed.put("x-amz-date", time);
    Map<String, String> headers = new HashMap<>(signed);
    signed.put("host", request.uri().getRawAuthority());
    headers.put("authorization", authorization(request, time, signed));
    return new Outbound.Request(request.method(), request.uri(), headers, request.body());
  }

  @Override
  public String toString() {
    return accessKey + " at " + region + "/" + service;
  }

  private String authorization(Outbound.Request request, String time, TreeMap<String, String> signed) {
    String date = time.substring(0, 8);
    String scope = date + "/" + region + "/" + service + "/aws4_request";
    String names = String.join(";", signed.keySet());
    String lines =
        signed.entrySet().stream().map(h -> h.getKey() + ":" + h.getValue()).collect(Collectors.joining("\n"));
    String canonical =
        String.join("\n", request.method(), request.uri().getRawPath(), "", lines, "", names, hash(request.body()));
    String toSign = String.join("\n", ALGORITHM, time, scope, hash(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {date, region, service, "aws4_request"}) {
      key = hmac(key, part);
    }
    return ALGORITHM + " Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names + ", Signature="
        + HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String hash(byte @Nullable [] bytes) {
    try {
      byte[] content = bytes == null ? new byte[0] : bytes;
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
