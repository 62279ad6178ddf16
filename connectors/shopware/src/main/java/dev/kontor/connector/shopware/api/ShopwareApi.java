package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.kit.Faults;
import dev.kontor.kit.JsonHttp;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.kit.OAuthTokens;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Admin API of one shop, signed in. */
public final class ShopwareApi {

  private static final Faults FAULTS = Faults.of(ShopwareApi.class, "faults.json");

  private final URI url;
  private final JsonHttp http;
  private final OAuthTokens tokens;
  private final Toolbox toolbox;

  public ShopwareApi(ShopwareSettings settings, Toolbox toolbox) {
    this.url = settings.url();
    this.http = new JsonHttp(toolbox.http());
    this.toolbox = toolbox;
    this.tokens =
        new OAuthTokens(
            toolbox,
            URI.create(settings.url() + "/api/oauth/token"),
            Map.of("client_id", settings.clientId(), "client_secret", settings.clientSecret()),
            ShopwareApi::signIn);
  }

  /**
   * The rows found.
   *
   * @param entity as in an address, e.g. {@code order-delivery}
   * @throws FaultException the shop's refusal
   */
  public JsonNode search(String entity, Criteria criteria) {
    return read("POST", "/api/search/" + entity, criteria.json()).path("data");
  }

  /**
   * The rows found, each with what it states itself: a variant without a price of its own has none.
   *
   * @throws FaultException the shop's refusal
   */
  public JsonNode stated(String entity, Criteria criteria) {
    String path = "/api/search/" + entity;
    Reply reply =
        signedIn(token -> http.read(request("POST", path, criteria.json(), token).build()));
    return answered(path, reply).path("data");
  }

  /**
   * All rows found, page by page.
   *
   * @throws FaultException the shop's refusal
   */
  public List<JsonNode> statedAll(String entity, Criteria criteria) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode rows = stated(entity, criteria.page(page));
      rows.forEach(all::add);
      if (rows.size() < Criteria.MAX_LIMIT) {
        return all;
      }
    }
  }

  /**
   * @throws FaultException the shop's refusal
   */
  public JsonNode get(String path) {
    return read("GET", path, null);
  }

  /** A call that changes something; its refusal is for the caller to read. */
  public Reply write(String method, String path, @Nullable JsonNode body) {
    return signedIn(token -> http.write(inherited(method, path, body, token)));
  }

  /** Sends a file; its refusal is for the caller to read. */
  public Reply upload(String path, Attachment file) {
    return signedIn(
        token ->
            http.write(
                JsonHttp.request(URI.create(url + path))
                    .header("Content-Type", file.contentType())
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(file.bytes()))
                    .build()));
  }

  /** What a refused call means. */
  public Fault fault(boolean write, String path, Reply reply) {
    ApiErrors errors = ApiErrors.of(reply.body());
    ApiError first = errors.first();
    Duration wait = reply.retryAfter(toolbox.clock());
    return FAULTS.of(
        new Faults.Refusal(
            write,
            path,
            reply.status(),
            first == null || first.code().isEmpty() ? null : first.code(),
            first == null || first.pointer().isEmpty() ? null : first.pointer(),
            first == null ? "" : first.text(),
            wait == null ? errors.seconds() : wait));
  }

  private JsonNode read(String method, String path, @Nullable JsonNode body) {
    return answered(path, signedIn(token -> http.read(inherited(method, path, body, token))));
  }

  private JsonNode answered(String path, Reply reply) {
    if (!reply.ok()) {
      throw new FaultException(fault(false, path, reply));
    }
    return reply.body();
  }

  /** A refused token was not used for anything, so the call may be made again with a new one. */
  private Reply signedIn(Function<String, Reply> call) {
    String token = tokens.token();
    Reply reply = call.apply(token);
    if (reply.status() != 401) {
      return reply;
    }
    tokens.invalidate(token);
    return call.apply(tokens.token());
  }

  /** Variants inherit what they do not state themselves (shopware/observed.md, Stock). */
  private HttpRequest inherited(String method, String path, @Nullable JsonNode body, String token) {
    return request(method, path, body, token).header("sw-inheritance", "1").build();
  }

  private HttpRequest.Builder request(
      String method, String path, @Nullable JsonNode body, String token) {
    URI uri = URI.create(url + path);
    HttpRequest.Builder request =
        body == null
            ? JsonHttp.request(uri).method(method, HttpRequest.BodyPublishers.noBody())
            : JsonHttp.request(uri, method, body);
    return request.header("Authorization", "Bearer " + token);
  }

  /** Sign-in has its own codes and says in the body how long to wait (observed.md, Sign-in). */
  private static @Nullable Fault signIn(Reply reply) {
    ApiErrors errors = ApiErrors.of(reply.body());
    if (reply.status() == 429) {
      return new Fault.Throttled(errors.seconds());
    }
    if (errors.has("FRAMEWORK__API_INVALID_ACCESS_KEY")) {
      return new Fault.SignInRefused(
          "sign-in: clientId is no access key of an integration; copy it again from the shop");
    }
    if (reply.status() == 404 || reply.status() == 405) {
      return new Fault.Misconfigured(
          "url", "has no Shopware sign-in below it; enter the shop's base address");
    }
    return errors.has("4")
        ? new Fault.SignInRefused(
            "sign-in was refused; check clientId and clientSecret of the shop's integration")
        : null;
  }
}
