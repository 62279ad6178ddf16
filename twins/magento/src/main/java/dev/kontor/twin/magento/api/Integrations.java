package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Call;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who calls. An integration signs each request (OAuth 1.0a); its token alone, as a bearer, counts
 * only where the merchant has switched that on. A caller the shop does not know is nobody: the
 * route's right decides, and the answer is that of a missing right (magento/observed.md "Sign-in").
 */
public final class Integrations {
  private static final String BEARER = "bearer ";

  private final List<Integration> known;
  private final OAuth oauth;
  private volatile boolean bearer;

  public Integrations(List<Integration> known, InstantSource clock, boolean bearer) {
    this.known = List.copyOf(known);
    this.oauth = new OAuth(this.known, clock);
    this.bearer = bearer;
  }

  /** oauth/consumer/enable_integration_as_bearer. */
  public void allowBearer(boolean allowed) {
    bearer = allowed;
  }

  Optional<Integration> caller(Call call) {
    String header = call.header("Authorization").orElse("");
    if (header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = header.substring(BEARER.length()).strip();
      return known.stream().filter(i -> bearer && i.token().equals(token)).findFirst();
    }
    return oauth.caller(call, header);
  }
}
