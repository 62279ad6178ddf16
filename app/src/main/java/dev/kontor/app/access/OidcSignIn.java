package dev.kontor.app.access;

import dev.kontor.engine.access.OneTimeKeys;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.config.OidcConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Signs people in at an identity provider: authorisation code with PKCE. What has to be remembered
 * between the two steps hangs on the state, which opens once, in any process, for the browser that
 * began.
 */
public final class OidcSignIn {

  private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
  private static final String PURPOSE = "oidc";

  /** Anybody may begin one; who has begun earlier and not come back is forgotten first. */
  static final int MOST = 1_000;

  private final OidcConfig config;
  private final OidcProvider provider;

  public OidcSignIn(OidcConfig config) {
    this.config = config;
    this.provider = new OidcProvider(config);
  }

  /**
   * Who came back.
   *
   * @param subject the provider's own id of the person
   * @param name for the audit
   * @param roles may be empty
   */
  public record Person(
      String issuer, String subject, String name, String display, List<Role> roles) {}

  /** The sign-in cannot be finished; the message says why without a detail of the token. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  /**
   * Where the browser goes to sign in.
   *
   * @param back where the provider sends it afterwards
   * @param browser a secret that only this browser has
   * @throws Failed if the provider does not answer
   */
  public String begin(OneTimeKeys keys, String back, String browser) {
    ClientRegistration registration = registration();
    String state = keys.make(PURPOSE, keys.derived("browser", browser), MOST);
    return request(registration, keys, state, back).getAuthorizationRequestUri();
  }

  /**
   * Who the provider says came back.
   *
   * @throws Failed if the state was used, is too old or another browser's, or the provider's token
   *     is not to be believed
   */
  public Person end(OneTimeKeys keys, String back, String state, String code, String browser) {
    String own = keys.derived("browser", browser);
    if (keys.takeOneOf(PURPOSE, state).filter(own::equals).isEmpty()) {
      throw new Failed("this sign-in was used, is too old or was begun elsewhere; begin again");
    }
    OAuth2AuthorizationRequest request = request(registration(), keys, state, back);
    OAuth2AuthorizationResponse response =
        OAuth2AuthorizationResponse.success(code).state(state).redirectUri(back).build();
    try {
      return person(provider.token(new OAuth2AuthorizationExchange(request, response)));
    } catch (AuthenticationException e) {
      LOG.warn("A sign-in by the identity provider is not believed: {}", e.getMessage());
      throw new Failed("what the identity provider says is not to be believed; the log says why");
    }
  }

  private ClientRegistration registration() {
    try {
      return provider.registration();
    } catch (RuntimeException e) {
      LOG.warn(
          "The identity provider {} does not answer as one: {}", config.issuer(), e.toString());
      throw new Failed("the identity provider does not answer; sign in by password, or later");
    }
  }

  private static OAuth2AuthorizationRequest request(
      ClientRegistration registration, OneTimeKeys keys, String state, String back) {
    String nonce = keys.derived("nonce", state);
    String verifier = keys.derived("verifier", state);
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(back)
        .scopes(registration.getScopes())
        .state(state)
        .attributes(
            Map.of(
                OAuth2ParameterNames.REGISTRATION_ID,
                OidcProvider.ID,
                OidcParameterNames.NONCE,
                nonce,
                PkceParameterNames.CODE_VERIFIER,
                verifier))
        .additionalParameters(
            Map.of(
                OidcParameterNames.NONCE,
                hashed(nonce),
                PkceParameterNames.CODE_CHALLENGE,
                hashed(verifier),
                PkceParameterNames.CODE_CHALLENGE_METHOD,
                "S256"))
        .build();
  }

  private static String hashed(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }

  private Person person(OidcIdToken token) {
    @Nullable String name = token.getClaimAsString(config.userClaim());
    if (name == null) {
      throw new Failed(
          "the identity provider does not state " + config.userClaim() + "; see oidc.userClaim");
    }
    return new Person(
        config.issuer(),
        Objects.requireNonNull(token.getSubject()),
        name,
        Objects.requireNonNullElse(token.getFullName(), name),
        roles(token.getClaims()));
  }

  private List<Role> roles(Map<String, Object> claims) {
    Set<Role> roles = new TreeSet<>();
    for (String value : values(claims, config.rolesClaim())) {
      @Nullable String role = config.roles().get(value);
      if (role != null) {
        roles.add(Role.of(role));
      }
    }
    return List.copyOf(roles);
  }

  /** A claim's texts; {@code a.b} is b within a unless a claim is called so. */
  private static List<String> values(Map<?, ?> claims, String path) {
    @Nullable Object claim = claims.get(path);
    int dot = path.indexOf('.');
    if (claim == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
      return values(inner, path.substring(dot + 1));
    }
    List<String> texts = new ArrayList<>();
    if (claim instanceof Collection<?> several) {
      several.forEach(value -> texts.add(String.valueOf(value)));
    } else if (claim != null) {
      texts.add(claim.toString());
    }
    return texts;
  }
}
