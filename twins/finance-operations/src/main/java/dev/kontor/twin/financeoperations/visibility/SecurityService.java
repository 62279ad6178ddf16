package dev.kontor.twin.financeoperations.visibility;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.EntraTokens;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Changes a token of Microsoft Entra for one of the add-in, behind a redirect. */
public final class SecurityService {
  /** The id of the environment, as in Lifecycle Services. */
  public static final String ENVIRONMENT = "5f3a1b7c-0000-4000-8000-6b6f6e746f72";

  /** What the Entra token must be for. */
  public static final String ENTRA_SCOPE = "0cdb527f-a8d1-4bf8-9436-b352c68682b2/.default";

  private static final String SCOPE =
      "https://inventoryservice.operations365.dynamics.com/.default";
  private static final String DOOR = "/securityservice/token";
  private static final String GATEWAY = "/gateway/securityservice/token";
  private static final long LIFE_SECONDS = 3600;

  private static final Map<String, String> FIXED =
      Map.of(
          "grant_type", "client_credentials",
          "client_assertion_type", "aad_app",
          "scope", SCOPE,
          "context", ENVIRONMENT,
          "context_type", "finops-env");

  private final EntraTokens entra;
  private final InstantSource clock;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

  public SecurityService(EntraTokens entra, InstantSource clock) {
    this.entra = entra;
    this.clock = clock;
  }

  public static boolean isAsked(Call call) {
    return call.path().equals(DOOR) || call.path().equals(GATEWAY);
  }

  public Answer handle(Call call) {
    if (!call.method().equals("POST")) {
      return Answer.empty(405);
    }
    if (call.path().equals(DOOR)) {
      return Answer.empty(307)
          .with("Location", "http://" + call.header("Host").orElse("localhost") + GATEWAY);
    }
    try {
      return issued(call, call.json());
    } catch (JacksonException e) {
      return Answer.text(400, "The body is not valid JSON.");
    }
  }

  private Answer issued(Call call, JsonNode body) {
    boolean asked =
        call.header("Api-Version").orElse("").equals("1.0")
            && FIXED.entrySet().stream().allMatch(f -> text(body, f.getKey()).equals(f.getValue()));
    if (!asked) {
      return Answer.text(400, "The request for a token is not complete.");
    }
    if (!entra.accepts(text(body, "client_assertion"), ENTRA_SCOPE::equals)) {
      return Answer.empty(401);
    }
    String token = "visible." + Ids.hex();
    tokens.put(token, clock.instant().plusSeconds(LIFE_SECONDS));
    return Answer.json(
        200,
        Json.object()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", LIFE_SECONDS));
  }

  boolean accepts(Call call) {
    String header = call.header("Authorization").orElse("");
    Instant until = header.startsWith("Bearer ") ? tokens.get(header.substring(7)) : null;
    return until != null && clock.instant().isBefore(until);
  }
}
