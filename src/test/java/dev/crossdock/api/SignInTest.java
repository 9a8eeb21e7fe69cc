package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.security.NewPerson;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Person;
import dev.crossdock.platform.security.Role;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sessions of people, over real HTTP. */
class SignInTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("crossdock=([^;|]+)");

  private final Installation house = Installation.shared();

  @Test
  void letsAPersonInAndGivesTheSessionANewId() {
    person("si-mira");
    Reply form = page("/console/sign-in", "");
    String before = cookie(form);

    Reply welcome = signIn("si-mira", PASSWORD, form);

    assertThat(welcome.status()).as(welcome.toString()).isEqualTo(302);
    assertThat(welcome.header("location")).endsWith("/console");
    assertThat(welcome.header("set-cookie")).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    assertThat(cookie(welcome)).isNotEqualTo(before);
    assertThat(page("/console", cookie(welcome)).header("location")).doesNotContain("sign-in");
    assertThat(page("/console", before).header("location")).endsWith("/console/sign-in");
  }

  @Test
  void sendsBackWhoGuessesWithoutSayingWhatWasWrong() {
    person("si-ada");
    Reply form = page("/console/sign-in", "");

    Reply wrongPassword = signIn("si-ada", "not the password", form);
    Reply wrongName = signIn("si-nobody", PASSWORD, page("/console/sign-in", ""));

    assertThat(wrongPassword.header("location")).endsWith("/console/sign-in?error");
    assertThat(wrongName.header("location")).isEqualTo(wrongPassword.header("location"));
  }

  @Test
  void endsTheSessionOfWhoIsDisabled() {
    Person person = person("si-leaver");
    String session = cookie(signIn("si-leaver", PASSWORD, page("/console/sign-in", "")));
    assertThat(page("/console", session).header("location")).doesNotContain("sign-in");

    house.part(People.class).disable(Merchant.MAIN, CAUSE, person.id());

    assertThat(
            house
                .eventually(
                    () -> page("/console", session), reply -> reply.header("location").endsWith("/console/sign-in"))
                .status())
        .isEqualTo(302);
  }

  @Test
  void endsTheSessionAtTheSignOut() {
    person("si-out");
    String session = cookie(signIn("si-out", PASSWORD, page("/console/sign-in", "")));
    String token = token(page("/console/sign-in", session));

    Reply out = form("/console/sign-out", "_csrf=" + encoded(token), session);

    assertThat(out.header("location")).endsWith("/console/sign-in?signed-out");
    assertThat(page("/console", session).header("location")).endsWith("/console/sign-in");
  }

  @Test
  void aSessionIsNoKeyForTheApi() {
    person("si-api");
    String session = cookie(signIn("si-api", PASSWORD, page("/console/sign-in", "")));

    assertThat(page("/api/v1/products", session).status()).isEqualTo(401);
  }

  private Person person(String name) {
    NewPerson person = new NewPerson(name, "Test", PASSWORD, Set.of(Role.OPERATOR));
    return house.part(People.class).add(Merchant.MAIN, CAUSE, person).orElseThrow();
  }

  private Reply signIn(String name, String password, Reply form) {
    String body =
        "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token(form));
    return form("/console/sign-in", body, cookie(form));
  }

  private Reply page(String path, String session) {
    return house.send(HttpRequest.newBuilder(house.uri(path)).header("Cookie", "crossdock=" + session).build());
  }

  private Reply form(String path, String body, String session) {
    return house.send(
        HttpRequest.newBuilder(house.uri(path))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "crossdock=" + session)
            .build());
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
