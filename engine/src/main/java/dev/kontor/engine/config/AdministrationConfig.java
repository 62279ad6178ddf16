package dev.kontor.engine.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people reach the administration and prove who they are.
 *
 * @param url under which browsers reach it from other machines; null: from this machine only
 * @param proxies addresses whose word is believed about who calls and whether by TLS
 * @param oidc where people sign in beside passwords; null: nowhere else
 */
public record AdministrationConfig(
    @Nullable URI url, List<String> proxies, @Nullable OidcConfig oidc) {

  /** From this machine only, by password. */
  public static final AdministrationConfig STANDARD =
      new AdministrationConfig(null, List.of(), null);

  public AdministrationConfig {
    proxies = List.copyOf(proxies);
  }
}
