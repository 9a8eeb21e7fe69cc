package dev.crossdock.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static final AddressPolicy PUBLIC = AddressPolicy.publicInternet();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/",
        "file:///etc/passwd",
        "gopher://shop.example/",
        "ftp://shop.example/",
        "https:///path",
        "mailto:someone@shop.example",
        "//shop.example/",
        "https://user@shop.example/",
        "https://user:word@shop.example/",
        "https://127.1/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://127.0.0.0x1/",
        "https://shop.example:0/",
        "https://shop.example:22/",
        "https://shop.example:25/",
        "https://shop.example:5432/",
        "https://shop.example:6379/",
        "https://shop.example:70000/",
      })
  void refusesByTheTextAlone(String uri) {
    assertThat(PUBLIC.refusal(URI.create(uri))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "fd00::1",
        "fe80::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::1",
      })
  void refusesWhatIsNotOnThePublicInternet(String address) {
    URI uri = URI.create("https://shop.example/");

    assertThat(PUBLIC.refusal(uri)).isEmpty();
    assertThat(PUBLIC.refusal(uri, Addresses.of(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "2606:4700::1111"})
  void letsPublicAddressesThrough(String address) {
    assertThat(PUBLIC.refusal(URI.create("https://shop.example:8443/x?y=z"), Addresses.of(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8080, http://127.0.0.1:8080/x",
    "127.0.0.1, http://127.0.0.1:9999/",
    "127.0.0.1, https://127.0.0.1:5432/",
    "[::1]:8080, http://[::1]:8080/",
    "Printer.Local, http://printer.local./",
    "127.0.0.0/8, http://127.0.0.1:8080/",
    "127.0.0.0/8, https://anything.example/",
  })
  void letsThroughWhatTheOperatorAllows(String entry, String uri) {
    AddressPolicy policy = PUBLIC.allowing(List.of(entry));
    String loopback = entry.startsWith("[") ? "::1" : "127.0.0.1";

    assertThat(policy.refusal(URI.create(uri), Addresses.of(loopback))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8080, http://127.0.0.1:8081/",
    "127.0.0.1:8080, http://localhost:8080/",
    "10.0.0.0/8, http://127.0.0.1:8080/",
    "10.0.0.0/8, https://127.0.0.1/",
    "127.0.0.0/8, http://user@127.0.0.1/",
  })
  void letsNothingElseThrough(String entry, String uri) {
    AddressPolicy policy = PUBLIC.allowing(List.of(entry));

    assertThat(policy.refusal(URI.create(uri), Addresses.of("127.0.0.1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://x", "10.0.0.0/33", "10.0.0.0/-1", "10.0/8", "a b", "127.1", "me@host", "h/path"})
  void refusesMalformedEntries(String entry) {
    assertThatIllegalArgumentException().isThrownBy(() -> PUBLIC.allowing(List.of(entry)));
  }

  @Test
  void plainHttpStaysRefusedForPublicHostsWhenARangeIsAllowed() {
    AddressPolicy policy = PUBLIC.allowing(List.of("10.0.0.0/8"));

    assertThat(policy.refusal(URI.create("http://shop.example/"), Addresses.of("8.8.8.8"))).isPresent();
    assertThat(policy.refusal(URI.create("http://shop.example/"), Addresses.of("10.1.1.1"))).isEmpty();
  }
}
