package dev.crossdock.channels;

import java.time.Instant;
import java.util.Map;

/**
 * What the contract suite must know of one channel to test it: an account, and how the channel signs. Each adapter has
 * one class of this kind in the test twin of its package; the suite finds it there.
 */
public interface ChannelFixture {

  /** The account that the recordings belong to; its secret is {@link #SECRET} where the channel signs. */
  AccountSettings account();

  /** The account by which stock is told, where that needs settings that other recordings do without. */
  default AccountSettings stockAccount() {
    return account();
  }

  /** The same account with other values of the signing secret, one a line; empty for none. */
  AccountSettings accountWithSecret(String secrets);

  /** The headers the channel would add to a message to sign it with a secret. */
  Map<String, String> signature(byte[] body, String secret, Instant now);

  /** The header that holds the signature, in lower case. */
  String signatureHeader();

  /** Whether the channel signs the time too, so that an old message is refused; it then is, six minutes off. */
  default boolean signsTime() {
    return false;
  }

  /** The address that targets of recorded exchanges are relative to. */
  String baseUrl();

  /** The secret of {@link #account()}. */
  String SECRET = "made-up-secret";
}
