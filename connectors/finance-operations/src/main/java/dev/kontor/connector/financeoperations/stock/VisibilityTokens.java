package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Entra;
import dev.kontor.kit.JsonHttp;
import dev.kontor.kit.OAuthTokens;
import dev.kontor.kit.TokenCache;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a token of Microsoft Entra for one of the add-in. The security service's own address is
 * the same everywhere and redirects to that of the environment's region
 * (supply-chain/inventory/inventory-visibility-api, Authentication).
 */
final class VisibilityTokens {

  /** The add-in's application. */
  private static final String ENTRA_SCOPE = "0cdb527f-a8d1-4bf8-9436-b352c68682b2/.default";

  private static final String SCOPE =
      "https://inventoryservice.operations365.dynamics.com/.default";

  private static final int HOPS = 3;

  private final JsonHttp http;
  private final InstantSource clock;
  private final OAuthTokens entra;
  private final VisibilitySettings settings;

  private VisibilityTokens(FnoSettings connection, VisibilitySettings settings, Toolbox toolbox) {
    this.http = new JsonHttp(toolbox.http());
    this.clock = toolbox.clock();
    this.entra = Entra.tokens(connection, toolbox, ENTRA_SCOPE);
    this.settings = settings;
  }

  static TokenCache of(FnoSettings connection, VisibilitySettings settings, Toolbox toolbox) {
    VisibilityTokens tokens = new VisibilityTokens(connection, settings, toolbox);
    return new TokenCache(toolbox.clock(), tokens::request);
  }

  private TokenCache.Issued request() {
    String assertion = entra.token();
    JsonHttp.Reply reply = asked(assertion);
    String token = reply.body().path("access_token").asString("");
    if (!reply.ok() || token.isEmpty()) {
      entra.invalidate(assertion);
      throw new FaultException(fault(reply));
    }
    return new TokenCache.Issued(
        token, Duration.ofSeconds(reply.body().path("expires_in").asLong(300)));
  }

  private JsonHttp.Reply asked(String assertion) {
    ObjectNode body =
        ModelJson.mapper()
            .createObjectNode()
            .put("grant_type", "client_credentials")
            .put("client_assertion_type", "aad_app")
            .put("client_assertion", assertion)
            .put("scope", SCOPE)
            .put("context", settings.environment())
            .put("context_type", "finops-env");
    URI at = settings.token();
    for (int hop = 0; hop < HOPS; hop++) {
      JsonHttp.Reply reply =
          http.read(JsonHttp.request(at, "POST", body).header("Api-Version", "1.0").build());
      if (reply.status() != Redirect.STATUS) {
        return reply;
      }
      at = Redirect.of(at, reply);
    }
    throw new FaultException(
        new Fault.Unavailable("the security service of Inventory Visibility only redirects"));
  }

  private Fault fault(JsonHttp.Reply reply) {
    if (reply.status() == 429) {
      return new Fault.Throttled(reply.retryAfter(clock));
    }
    String told = "the security service of Inventory Visibility answered " + reply.status();
    return reply.status() >= 500 || reply.ok()
        ? new Fault.Unavailable(told)
        : new Fault.SignInRefused(
            told + "; check visibility.environment, and that the application may use the add-in");
  }
}
