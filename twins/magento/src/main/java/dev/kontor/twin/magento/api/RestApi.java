package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shop's REST interface. A request is looked at in the shop's order: store code, route, right,
 * body, parameters; the first that does not hold is answered.
 */
public final class RestApi {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final Set<String> FREE = Set.of("anonymous", "self");

  private final Routes routes;
  private final Types types;
  private final Integrations integrations;
  private final Set<String> stores;
  private final Tables tables;
  private final Async async;
  private volatile boolean maintenance;

  public RestApi(
      Routes routes,
      Types types,
      Integrations integrations,
      Set<String> stores,
      Tables tables,
      Async async) {
    this.routes = routes;
    this.types = types;
    this.integrations = integrations;
    this.stores = Set.copyOf(stores);
    this.tables = tables;
    this.async = async;
  }

  /** In maintenance every request gets a page of HTML with 503 (magento/observed.md "Errors"). */
  public void maintain(boolean on) {
    maintenance = on;
  }

  public Answer handle(Call call) {
    if (maintenance) {
      return Answer.of(503, "text/html; charset=UTF-8", Pages.MAINTENANCE);
    }
    try {
      if (!METHODS.contains(call.method())) {
        throw ApiError.of(405, "Request method is invalid.");
      }
      Optional<Answer> refused = Media.refused(call);
      return refused.isPresent() ? refused.get() : answered(call);
    } catch (ApiError e) {
      return Answer.json(e.status(), e.body());
    }
  }

  private Answer answered(Call call) {
    Address address = Address.of(call.rawPath(), stores);
    Routes.Match match =
        match(call.method(), address)
            .orElseThrow(() -> ApiError.of(404, "Request does not match any route."));
    permit(call, match.route().resources());
    Endpoint endpoint = match.route().endpoint();
    if (endpoint == null) {
      return Answer.text(501, "The twin does not simulate " + match.route().key());
    }
    JsonNode body = Media.body(call);
    if (address.async()) {
      List<Async.Work> work = work(address, match, endpoint, body);
      return Answer.json(
          202, tables.alone(() -> async.accept(match.route().key(), endpoint, work)));
    }
    Request request = request(address, match, endpoint, given(call, body));
    return tables.alone(
        () -> {
          async.elapse();
          return Answer.json(200, trimmed(call, endpoint.action().on(request)));
        });
  }

  /** In a bulk the placeholders are {@code bySku} and their values stand in the body. */
  private Optional<Routes.Match> match(String method, Address address) {
    return routes.match(method, address.segments(), address.bulk());
  }

  private void permit(Call call, List<String> resources) {
    Optional<Integration> caller = integrations.caller(call);
    boolean free = resources.stream().anyMatch(FREE::contains);
    if (!free && !resources.stream().allMatch(r -> caller.filter(i -> i.may(r)).isPresent())) {
      throw ApiError.named(
          401,
          "The consumer isn't authorized to access %resources.",
          "resources",
          String.join(", ", resources));
    }
  }

  /** Body and query together; the query wins. */
  private static ObjectNode given(Call call, JsonNode body) {
    ObjectNode given = body instanceof ObjectNode object ? object.deepCopy() : Json.object();
    QueryTree.of(call.query()).properties().forEach(q -> given.set(q.getKey(), q.getValue()));
    return given;
  }

  private Request request(
      Address address, Routes.Match match, Endpoint endpoint, ObjectNode given) {
    PathKeys.intoBody(match.path(), given);
    return new Request(match.path(), types.read(given, endpoint.params()), address.store());
  }

  // One item that does not hold refuses the whole request (magento/observed.md "Async bulk").
  private List<Async.Work> work(
      Address address, Routes.Match match, Endpoint endpoint, JsonNode body) {
    ArrayNode sent = body instanceof ArrayNode list ? list : Json.array().add(body);
    List<Async.Work> work = new ArrayList<>();
    for (JsonNode item : sent) {
      ObjectNode given = item instanceof ObjectNode object ? object.deepCopy() : Json.object();
      var path = address.bulk() ? PathKeys.fromBody(match.path(), given) : match.path();
      Routes.Match own = new Routes.Match(match.route(), path);
      work.add(new Async.Work(request(address, own, endpoint, given), item));
    }
    return work;
  }

  private static JsonNode trimmed(Call call, JsonNode answer) {
    return call.param("fields").map(f -> Fields.trim(answer, f)).orElse(answer);
  }
}
