package dev.kontor.engine.config;

import java.util.List;
import java.util.Map;

/**
 * An identity provider that signs people in by OpenID Connect.
 *
 * @param name as the button says
 * @param issuer the provider's address, as its tokens state it
 * @param clientSecret empty for a client without one; never logged
 * @param scopes asked for beside {@code openid}
 * @param userClaim the claim that becomes the user's name
 * @param rolesClaim the claim that says what the person is there, a text or list of texts
 * @param roles names of roles here by a value of that claim
 */
public record OidcConfig(
    String name,
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String userClaim,
    String rolesClaim,
    Map<String, String> roles) {

  public OidcConfig {
    scopes = List.copyOf(scopes);
    roles = Map.copyOf(roles);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcConfig[" + issuer + "]";
  }
}
