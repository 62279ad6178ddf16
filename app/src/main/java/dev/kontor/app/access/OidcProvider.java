package dev.kontor.app.access;

import dev.kontor.engine.config.OidcConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The configured identity provider: what it says of itself, and the tokens it gives for codes. */
final class OidcProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OPENID = "openid";

  /** Under which the library knows the one provider there is. */
  static final String ID = "oidc";

  private final OidcConfig config;
  private final JdkClientHttpRequestFactory network;
  private @Nullable ClientRegistration found;
  private @Nullable JwtDecoder decoder;

  OidcProvider(OidcConfig config) {
    this.config = config;
    this.network =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    network.setReadTimeout(PATIENCE);
  }

  /**
   * What the provider publishes about itself, asked for once.
   *
   * @throws RuntimeException if it does not answer
   */
  synchronized ClientRegistration registration() {
    if (found == null) {
      ClientRegistration.Builder client =
          ClientRegistrations.fromIssuerLocation(config.issuer())
              .registrationId(ID)
              .clientId(config.clientId())
              .clientSecret(config.clientSecret())
              .scope(scopes());
      if (config.clientSecret().isEmpty()) {
        client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
      }
      found = client.build();
    }
    return found;
  }

  private String[] scopes() {
    return Stream.concat(Stream.of(OPENID), config.scopes().stream())
        .distinct()
        .toArray(String[]::new);
  }

  /**
   * Fetches the token for the code and checks state, signature, issuer, audience, age and nonce.
   *
   * @throws org.springframework.security.core.AuthenticationException if anything is wrong
   */
  OidcIdToken token(OAuth2AuthorizationExchange exchange) {
    OidcAuthorizationCodeAuthenticationProvider check =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens(), request -> new DefaultOidcUser(Set.of(), request.getIdToken()));
    check.setJwtDecoderFactory(this::decoder);
    OAuth2LoginAuthenticationToken signedIn =
        (OAuth2LoginAuthenticationToken)
            Objects.requireNonNull(
                check.authenticate(new OAuth2LoginAuthenticationToken(registration(), exchange)));
    return ((OidcUser) Objects.requireNonNull(signedIn.getPrincipal())).getIdToken();
  }

  private RestClientAuthorizationCodeTokenResponseClient tokens() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(network)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** Keeps the provider's keys, and asks for them again when a token names a new one. */
  private synchronized JwtDecoder decoder(ClientRegistration registration) {
    if (decoder == null) {
      NimbusJwtDecoder keys =
          NimbusJwtDecoder.withJwkSetUri(
                  Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
              .restOperations(new RestTemplate(network))
              .build();
      keys.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
      keys.setClaimSetConverter(
          new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
      decoder = keys;
    }
    return decoder;
  }
}
