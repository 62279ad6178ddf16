package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people reach the administration, as configured. */
class AdministrationConfigTest {

  private static final String OIDC =
      """
      administration:
        url: https://kontor.example
        proxies: [10.0.0.7, "::1"]
        oidc:
          name: Company
          issuer: https://login.example/realm
          clientId: kontor
          clientSecret: {env: OIDC_SECRET}
          scopes: [profile]
          rolesClaim: groups
          roles: {admins: administrator, "hub ops": operator}
      """;

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
    installation.environment.put("OIDC_SECRET", "planted-oidc-secret");
  }

  private AdministrationConfig load(String yaml) {
    return installation.load(Installation.CONNECTIONS + yaml).administration();
  }

  @Test
  void withoutASettingItIsReachedFromThisMachineByPassword() {
    assertThat(load("")).isEqualTo(AdministrationConfig.STANDARD);
  }

  @Test
  void addressProxiesAndProviderAreRead() {
    AdministrationConfig read = load(OIDC);
    assertThat(read.url()).isEqualTo(URI.create("https://kontor.example"));
    assertThat(read.proxies()).containsExactly("10.0.0.7", "::1");
    OidcConfig oidc = Objects.requireNonNull(read.oidc());
    assertThat(oidc)
        .isEqualTo(
            new OidcConfig(
                "Company",
                "https://login.example/realm",
                "kontor",
                "planted-oidc-secret",
                List.of("profile"),
                "preferred_username",
                "groups",
                Map.of("admins", "administrator", "hub ops", "operator")));
    assertThat(read.toString()).doesNotContain("planted");
  }

  @Test
  void whatWouldBeUnsafeOrUnknownIsRefused() {
    refused("url: https://kontor.example", "url: http://kontor.example", "/administration/url");
    refused("[10.0.0.7, \"::1\"]", "[proxy.example]", "/administration/proxies");
    refused("issuer: https", "issuer: http", "issuer");
    refused("admins: administrator", "admins: king", "operator");
    refused("{env: OIDC_SECRET}", "planted", "never stands in the configuration");
    refused("{env: OIDC_SECRET}", "{env: MISSING}", "MISSING is not set");
  }

  private void refused(String right, String wrong, String said) {
    assertThatThrownBy(() -> load(OIDC.replace(right, wrong)))
        .isInstanceOf(ConfigException.class)
        .message()
        .containsAnyOf(said, said.replaceFirst("^/", "").replace('/', '.'));
  }
}
