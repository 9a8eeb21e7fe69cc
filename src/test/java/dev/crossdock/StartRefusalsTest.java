package dev.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.cli.CommandLine;
import dev.crossdock.testing.Db;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be started is refused with one line that says why and what to do, and exit code 2. */
class StartRefusalsTest {

  @RegisterExtension
  final Db db = Db.fresh();

  @TempDir Path folder;

  private record Answer(int code, String last, String all) {}

  @Test
  void aPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Answer answer =
          start("--port=" + taken.getLocalPort(), "--bind=127.0.0.1", "--data=" + folder, "--db-url=" + db.jdbcUrl());
      assertRefused(answer, "Port " + taken.getLocalPort() + " can't be listened on", "--port");
    }
  }

  @Test
  void anAddressOfNobody() {
    assertRefused(
        start("--port=0", "--bind=no-such-host.invalid", "--data=" + folder), "no-such-host.invalid", "--bind");
  }

  @Test
  void aDataDirectoryThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(start("--port=0", "--data=" + file), file + " is no directory", "--data");
    assertRefused(start("--port=0", "--data=" + file.resolve("below")), file.resolve("below").toString(), "--data");
  }

  @Test
  void aDataDirectoryInWhichNothingCanBeWritten() {
    assertRefused(start("--port=0", "--data=/proc/crossdock"), "Nothing can be written in /proc/crossdock", "--data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://:::/", "jdbc:postgresql://localhost:notaport/x"})
  void anAddressThatIsNone(String url) {
    assertRefused(start("--port=0", "--data=" + folder, "--db-url=" + url), "db-url", "jdbc:postgresql://");
  }

  @Test
  void anAddressOfAnotherKind() {
    assertRefused(
        start("--port=0", "--data=" + folder, "--db-url=jdbc:mysql://localhost/x"), "db-url must look like", "");
  }

  @Test
  void aDatabaseThatNobodyAnswersFor() {
    assertRefused(
        start("--port=0", "--data=" + folder, "--db-url=jdbc:postgresql://127.0.0.1:1/x?user=a&password=hush"),
        "No PostgreSQL answers at 127.0.0.1:1", "db-url");
  }

  @Test
  void aWrongPassword() {
    assertRefused(
        start("--port=0", "--data=" + folder, "--db-url=" + with("user=" + db.user() + "&password=hush")),
        "refuses this user and password", "CROSSDOCK_DB_PASSWORD");
  }

  @Test
  void aDatabaseThatIsNotThere() {
    String url = db.jdbcUrl().replaceAll("/[^/?]+(\\?.*)?$", "/nowhere");
    assertRefused(
        start(
            "--port=0", "--data=" + folder, "--db-url=" + url + "?user=" + db.user() + "&password=" + db.password()),
        "There is no database nowhere", "create it first");
  }

  /** After a crash a server recovers first, and says so; whoever starts meanwhile waits for it. */
  @Test
  void noDatabaseThatOnlyJustStarts() throws IOException {
    try (ServerSocket recovering = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> answer(recovering, "57P03", "57P03", "3D000"));
      String url = "jdbc:postgresql://127.0.0.1:" + recovering.getLocalPort() + "/x?sslmode=disable&gssEncMode=disable";
      assertRefused(
          start("--port=0", "--data=" + folder, "--db-url=" + url), "There is no database x", "create it first");
    }
  }

  /** Refuses one connection after the other, in the words of PostgreSQL's protocol. */
  private static void answer(ServerSocket server, String... states) {
    for (String state : states) {
      try (Socket caller = server.accept()) {
        caller.getInputStream().read(new byte[1024]);
        byte[] fields = ("SFATAL\0VFATAL\0C" + state + "\0Mnot now\0\0").getBytes(StandardCharsets.US_ASCII);
        DataOutputStream out = new DataOutputStream(caller.getOutputStream());
        out.writeByte('E');
        out.writeInt(fields.length + Integer.BYTES);
        out.write(fields);
        out.flush();
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void aCheckOfADatabaseThatNobodyAnswersFor() {
    assertRefused(
        run("check", "--data=" + folder, "--db-url=jdbc:postgresql://127.0.0.1:1/x"),
        "No PostgreSQL answers", "db-url");
  }

  private String with(String parameters) {
    return db.jdbcUrl() + (db.jdbcUrl().contains("?") ? "&" : "?") + parameters;
  }

  private static void assertRefused(Answer answer, String why, String whatToDo) {
    assertThat(answer.last()).contains(why, whatToDo).doesNotContain("hush");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.all()).doesNotContain("Exception", "\tat ");
  }

  private static Answer start(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "start";
    System.arraycopy(options, 0, all, 1, options.length);
    return run(all);
  }

  private static Answer run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        new CommandLine(new Commands(), new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(arguments);
    String all = bytes.toString(StandardCharsets.UTF_8);
    return new Answer(code, all.lines().reduce("", (first, last) -> last), all);
  }
}
