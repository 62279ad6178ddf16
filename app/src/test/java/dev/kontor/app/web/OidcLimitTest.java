package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.OneTimeKeys;
import dev.kontor.engine.config.AdministrationConfig;
import dev.kontor.engine.config.OidcConfig;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may begin a sign-in at an identity provider, but not without end. */
class OidcLimitTest {

  private static final int OF_ADDRESS = 60;

  @TempDir private Path home;
  private IdentityProvider provider;
  private ObservedHub observed;

  @BeforeEach
  void start() throws Exception {
    provider = new IdentityProvider();
    observed =
        new ObservedHub(
            home, Duration.ofSeconds(10), new AdministrationConfig(null, List.of(), oidc()));
  }

  private OidcConfig oidc() {
    return new OidcConfig(
        "Firm",
        provider.issuer(),
        IdentityProvider.CLIENT,
        IdentityProvider.SECRET,
        List.of(),
        "preferred_username",
        "groups",
        Map.of("hub-operators", "operator"));
  }

  @AfterEach
  void stop() {
    observed.close();
    provider.close();
  }

  private int kept() {
    return new Tables(observed.database.general()).counts().getOrDefault("one_time_key", 0);
  }

  @Test
  void whoBeginsAndNeverEndsHasToWait() throws Exception {
    for (int i = 0; i < OF_ADDRESS; i++) {
      // Who comes back has begun nothing that counts.
      if (i % 20 == 0) {
        assertThat(Browser.begin(observed).throughProvider().finish().statusCode()).isEqualTo(303);
      }
      assertThat(Browser.begin(observed).location()).startsWith(provider.issuer());
    }
    HttpResponse<String> refused = observed.send(observed.to(OidcController.BEGIN));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 900);
    assertThat(refused.body()).contains("begun", "minutes", "by password");
    assertThat(kept()).isEqualTo(OF_ADDRESS);
    observed.advance(Duration.ofMinutes(16));
    assertThat(Browser.begin(observed).throughProvider().finish().statusCode()).isEqualTo(303);
  }

  /** From however many addresses. */
  @Test
  void theOldestAreForgottenAndNothingElseThatOpensOnce() throws Exception {
    OneTimeKeys keys = observed.hub.access().keys();
    String link = keys.make("link", "erika");
    String oldest = keys.make("oidc", "browser", 3);
    String second = keys.make("oidc", "browser", 3);
    keys.make("oidc", "browser", 3);
    keys.make("oidc", "browser", 3);
    assertThat(kept()).isEqualTo(4);
    assertThat(keys.takeOneOf("oidc", oldest)).isEmpty();
    assertThat(keys.takeOneOf("oidc", second)).contains("browser");
    assertThat(keys.take("link", link)).contains("erika");
  }
}
