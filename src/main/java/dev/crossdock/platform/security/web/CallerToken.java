package dev.crossdock.platform.security.web;

import dev.crossdock.platform.security.ApiCaller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An API caller as the security framework carries it. */
final class CallerToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient ApiCaller caller;

  CallerToken(ApiCaller caller) {
    super(List.of());
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public ApiCaller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.key().toString();
  }
}
