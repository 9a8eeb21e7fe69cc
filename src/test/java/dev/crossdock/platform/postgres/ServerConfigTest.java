package dev.crossdock.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigTest {

  @ParameterizedTest(name = "{0} GiB of memory, {1} MiB for tables")
  @CsvSource({"0,256", "1,256", "4,256", "8,512", "24,1536", "32,2048", "512,2048"})
  void tablesGetTheirShareOfTheMachine(long gibibytes, long mebibytes) {
    assertThat(ServerConfig.sharedMib(gibibytes << 30)).isEqualTo(mebibytes);
  }

  @Test
  void whatIsKeptIsFlushedAndTheOperatorHasTheLastWord(@TempDir Path cluster) throws IOException {
    ServerConfig.write(cluster, true);
    assertThat(Files.readString(cluster.resolve("postgresql.conf")).strip())
        .contains("fsync = on", "synchronous_commit = on", "full_page_writes = on")
        .containsPattern("shared_buffers = \\d+MB")
        .endsWith("include_if_exists = 'local.conf'");
    Files.writeString(cluster.resolve("local.conf"), "work_mem = 64MB");
    ServerConfig.write(cluster, true);
    assertThat(cluster.resolve("local.conf")).hasContent("work_mem = 64MB");
  }
}
