package dev.kontor.connector.financeoperations.api;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.kit.OAuthTokens;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.util.Map;

/** Signs the connection's application in at Microsoft Entra. */
public final class Entra {

  private static final String AUTHORITY = "https://login.microsoftonline.com";

  private Entra() {}

  /**
   * @param scope what the tokens are for
   */
  public static OAuthTokens tokens(FnoSettings settings, Toolbox toolbox, String scope) {
    String authority = settings.text("authority", AUTHORITY).replaceAll("/+$", "");
    return new OAuthTokens(
        toolbox,
        URI.create(authority + "/" + settings.settings().text("tenant") + "/oauth2/v2.0/token"),
        Map.of(
            "client_id", settings.settings().text("clientId"),
            "client_secret", settings.settings().text("clientSecret"),
            "scope", scope));
  }
}
