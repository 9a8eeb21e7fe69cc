package dev.crossdock.platform.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections. The name is resolved once, every address it means is checked, and the connection goes to one of
 * exactly those addresses: a name that means something else a moment later gains nothing. One forbidden address among
 * many refuses the name.
 */
final class Dialer {

  private final AddressPolicy policy;
  private final OutboundLimits limits;
  private final Resolver resolver;
  private final SSLSocketFactory tls;

  Dialer(AddressPolicy policy, OutboundLimits limits, Resolver resolver, SSLSocketFactory tls) {
    this.policy = policy;
    this.limits = limits;
    this.resolver = resolver;
    this.tls = tls;
  }

  Connection dial(URI uri, Deadline deadline) throws IOException {
    InetAddress[] addresses = resolver.resolve(HostNames.of(uri), limits.connect());
    for (InetAddress address : addresses) {
      Optional<String> refusal = policy.refusal(uri, address);
      if (refusal.isPresent()) {
        throw new RequestRefusedException(refusal.get());
      }
    }
    IOException last = new ConnectException("the host name means no address");
    for (InetAddress address : addresses) {
      try {
        return connect(uri, address, deadline);
      } catch (IOException failed) {
        last = failed;
        if (deadline.passed()) {
          break;
        }
      }
    }
    throw last;
  }

  private Connection connect(URI uri, InetAddress address, Deadline deadline) throws IOException {
    Socket socket = new Socket();
    deadline.guard(socket);
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, AddressPolicy.port(uri)), deadline.millisLeft(limits.connect()));
      return new Connection("https".equalsIgnoreCase(uri.getScheme()) ? secure(socket, uri, deadline) : socket);
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  /** TLS with the certificate checked against the host of the URL. */
  private Socket secure(Socket plain, URI uri, Deadline deadline) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, HostNames.of(uri), AddressPolicy.port(uri), true);
    deadline.guard(plain);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(deadline.millisLeft(limits.connect()));
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }
}
