package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in and sends forms without a browser: whatever one sends, not only what a page offers. */
final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("crossdock=([^;|]+)");
  private static final Pattern TOLD = Pattern.compile("crossdock-told=([^;|]+)");
  private static final Pattern SCRIPT_OR_TAG = Pattern.compile("<[^>]*>");

  private final Installation house;
  private final String session;
  private final String token;

  Visitor(Installation house, String name) {
    this.house = house;
    Reply form = house.send(HttpRequest.newBuilder(house.uri("/console/sign-in")).build());
    Reply welcome =
        send("/console/sign-in", cookie(form), "username", name, "password", Desk.PASSWORD, "_csrf", token(form));
    this.session = cookie(welcome);
    this.token = token(get("/console/stock/adjust"));
  }

  Reply get(String path) {
    return house.send(HttpRequest.newBuilder(house.uri(path)).header("Cookie", "crossdock=" + session).build());
  }

  /** What a page tells after a form was sent: the page that answers, or the one it leads to. */
  String sends(String path, String... fields) {
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "_csrf";
    all[fields.length + 1] = token;
    all[fields.length + 2] = "key";
    all[fields.length + 3] = UUID.nameUUIDFromBytes((path + String.join("|", fields)).getBytes(StandardCharsets.UTF_8))
        .toString();
    return words(follow(send(path, session, all)));
  }

  /** Sends a file as the page's script does. */
  String uploads(String kind, byte[] file) {
    String key = UUID.nameUUIDFromBytes(file).toString();
    String path = "/console/stock/imports/file?kind=" + kind + "&key=" + key + "&name=file.csv";
    Reply answer =
        house.send(
            HttpRequest.newBuilder(house.uri(path))
                .POST(BodyPublishers.ofByteArray(file))
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-TOKEN", token)
                .header("Cookie", "crossdock=" + session)
                .build());
    String at = URI.create(answer.header("location")).getPath();
    assertThat(at).as(answer.toString()).contains("/imports/");
    return words(house.eventually(() -> get(at), page -> !page.text().contains("every 1s")));
  }

  /** The status that a form with a file is answered with, sent with or without its token and the session. */
  int chooses(String path, String file, boolean withToken, boolean signedIn) {
    String part = "--b%nContent-Disposition: form-data; name=\"%s\"%s%n%n%s%n";
    String body = part.formatted("do", "", "store") + part.formatted("key", "", UUID.nameUUIDFromBytes(new byte[1]))
        + (withToken ? part.formatted("_csrf", "", token) : "")
        + part.formatted("version", "", "1") + part.formatted("file", "; filename=\"a.csv\"", file) + "--b--";
    return house.send(
            HttpRequest.newBuilder(house.uri(path))
                .POST(BodyPublishers.ofString(body.replace(System.lineSeparator(), "\n").replace("\n", "\r\n")))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Cookie", signedIn ? "crossdock=" + session : "theme=dark")
                .build())
        .status();
  }

  private Reply follow(Reply answer) {
    if (answer.status() != 303) {
      return answer;
    }
    Matcher told = TOLD.matcher(answer.header("set-cookie"));
    String also = told.find() ? "; crossdock-told=" + told.group(1) : "";
    return house.send(
        HttpRequest.newBuilder(house.uri(URI.create(answer.header("location")).toString()))
            .header("Cookie", "crossdock=" + session + also)
            .build());
  }

  private Reply send(String path, String cookie, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return house.send(
        HttpRequest.newBuilder(house.uri(path))
            .POST(BodyPublishers.ofString(body.toString()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "crossdock=" + cookie)
            .build());
  }

  private static String words(Reply page) {
    assertThat(page.status()).as(page.toString()).isIn(200, 422);
    return SCRIPT_OR_TAG.matcher(page.text()).replaceAll(" ").replaceAll("\\s+", " ");
  }

  private static String token(Reply page) {
    Matcher found = TOKEN.matcher(page.text());
    assertThat(found.find()).as("a token in " + page).isTrue();
    return found.group(1);
  }

  private static String cookie(Reply reply) {
    Matcher found = COOKIE.matcher(reply.header("set-cookie"));
    assertThat(found.find()).as("a session in " + reply.header("set-cookie")).isTrue();
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
