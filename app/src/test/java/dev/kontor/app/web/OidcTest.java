package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.access.User;
import dev.kontor.engine.config.AdministrationConfig;
import dev.kontor.engine.config.OidcConfig;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at an identity provider, and what is not believed of one. */
class OidcTest {

  @TempDir private Path home;
  private IdentityProvider provider;
  private ObservedHub observed;

  @BeforeEach
  void start() throws Exception {
    provider = new IdentityProvider();
    OidcConfig oidc =
        new OidcConfig(
            "Firm",
            provider.issuer(),
            IdentityProvider.CLIENT,
            IdentityProvider.SECRET,
            List.of("profile"),
            "preferred_username",
            "groups",
            Map.of("hub-operators", "operator"));
    observed =
        new ObservedHub(
            home, Duration.ofSeconds(10), new AdministrationConfig(null, List.of(), oidc));
  }

  @AfterEach
  void stop() {
    observed.close();
    provider.close();
  }

  private Browser sentBack() throws Exception {
    return Browser.begin(observed).throughProvider();
  }

  private void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("Exception", IdentityProvider.SECRET);
  }

  @Test
  void whoTheProviderKnowsIsSignedInWithTheRoleItsGroupHas() throws Exception {
    HttpResponse<String> done = sentBack().finish();
    assertThat(done.statusCode()).isEqualTo(303);
    HttpResponse<String> session = SignedIn.of(observed, Browser.session(done)).get("/api/session");
    assertThat(session.body())
        .contains("\"user\":\"mia@firm.example\"", "\"name\":\"Mia Moor\"", "\"via\":\"oidc\"")
        .contains("\"roles\":[\"operator\"]");
    User mia = observed.hub.access().users().find("mia@firm.example").orElseThrow();
    assertThat(mia.lastSignIn()).isNotNull();
    assertThat(observed.send(observed.to("/api/sign-in")).body())
        .contains("\"name\":\"Firm\"", "/api/session/oidc");
  }

  @Test
  void aTokenThatIsNotToBeBelievedSignsNobodyIn() throws Exception {
    provider.lie = claims -> claims.claim("nonce", "another");
    refused(sentBack().finish(), 403);
    provider.lie = claims -> claims.audience("another-client");
    refused(sentBack().finish(), 403);
    provider.lie = claims -> claims.issuer("https://another.example");
    refused(sentBack().finish(), 403);
    provider.lie =
        claims ->
            claims.expirationTime(Date.from(Instant.EPOCH)).issueTime(Date.from(Instant.EPOCH));
    refused(sentBack().finish(), 403);
    provider.lie = claims -> {};
    provider.signing = IdToken.key();
    refused(sentBack().finish(), 403);
    provider.disguise = OidcTest::unsigned;
    refused(sentBack().finish(), 403);
    assertThat(observed.hub.access().users().all()).isEmpty();
  }

  private static String unsigned(String token) {
    byte[] header = "{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    String body = token.split("\\.", -1)[1];
    return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + body + ".";
  }

  @Test
  void aStateOpensOnceAndOnlyForTheBrowserThatBegan() throws Exception {
    Browser stolen = sentBack();
    refused(new Browser(observed, "kontor-oidc=another", stolen.location()).finish(), 403);
    refused(stolen.finish(), 403);
    Browser mia = sentBack();
    assertThat(mia.finish().statusCode()).isEqualTo(303);
    refused(mia.finish(), 403);
    Browser injected = sentBack();
    String code = sentBack().location().replaceAll("&state.*", "");
    String state = injected.location().replaceAll(".*&state", "&state");
    refused(new Browser(observed, injected.cookie(), code + state).finish(), 403);
    refused(new Browser(observed, "", "/api/session/oidc/return?state=x&code=y").finish(), 403);
  }

  @Test
  void whoHasNoRoleOrAnothersNameOrIsDisabledIsKeptOut() throws Exception {
    provider.lie = claims -> claims.claim("groups", List.of("warehouse"));
    refused(sentBack().finish(), 403);
    provider.lie = claims -> {};
    SignedIn.as(observed, "mia@firm.example", Role.ADMINISTRATOR);
    refused(sentBack().finish(), 409);
    provider.lie = claims -> claims.claim("preferred_username", "mia2");
    assertThat(sentBack().finish().statusCode()).isEqualTo(303);
    observed.hub.access().users().change("mia2", null, null, true, "test");
    refused(sentBack().finish(), 403);
  }
}
