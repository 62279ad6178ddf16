package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WholeAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers every query of an entity set with all its entities; enough to see what is asked for. */
final class FakeService implements Http, Toolbox {

  /** Before the name of a page of the companion app. */
  static final String APP = "app ";

  final List<String> asked = new ArrayList<>();
  final Map<String, String> entities = new TreeMap<>();
  final Map<String, Integer> failing = new TreeMap<>();
  int calls;
  @Nullable Function<HttpRequest, HttpResponse<byte[]>> writes;

  FakeService with(String path, String json) {
    entities.put(path, json);
    return this;
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    calls++;
    if (request.uri().getPath().endsWith("/token")) {
      return answer(request, 200, "{\"access_token\":\"t\",\"expires_in\":3600}");
    }
    if (request.uri().getPath().endsWith("$batch")) {
      return answer(request, 200, parts(request).toString());
    }
    Reply reply = reply(request.uri());
    return answer(request, reply.status(), reply.body());
  }

  private record Reply(int status, String body) {}

  private Reply reply(URI address) {
    String path = address.getPath();
    asked.add(path + (address.getQuery() == null ? "" : "?" + address.getQuery()));
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (failing.containsKey(last)) {
      return new Reply(failing.get(last), "");
    }
    String body = entities.get(path.contains("/api/kontor/") ? APP + last : last);
    if (body == null) {
      return new Reply(404, "{\"error\":{\"code\":\"Internal_RecordNotFound\"}}");
    }
    return new Reply(200, body.startsWith("[") ? "{\"value\":" + body + "}" : body);
  }

  /** A batch of queries is answered query by query. */
  private ObjectNode parts(HttpRequest request) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode responses = body.putArray("responses");
    for (JsonNode part : RequestBody.json(request).path("requests")) {
      Reply reply = reply(request.uri().resolve(part.path("url").asString()));
      ObjectNode response = responses.addObject();
      response.set("id", part.path("id"));
      response.put("status", reply.status());
      if (!reply.body().isEmpty()) {
        response.set("body", ModelJson.parse(reply.body()));
      }
    }
    return body;
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    asked.add(request.method() + " " + request.uri().getPath());
    if (writes == null) {
      throw new IllegalStateException("nothing may be written");
    }
    return writes.apply(request);
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return () -> Instant.parse("2026-03-15T10:00:00Z");
  }

  static HttpResponse<byte[]> answer(HttpRequest request, int status, String body) {
    return WholeAnswer.of(request, status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The settings most tests share, as configuration gives them. */
  static Configuration configuration(String changes) {
    return configuration(changes, ZoneOffset.UTC);
  }

  static Configuration configuration(String changes, ZoneId zone) {
    var json = (ObjectNode) ModelJson.parse(SETTINGS);
    ModelJson.parse(changes).properties().forEach(p -> json.set(p.getKey(), p.getValue()));
    return Configuration.of(new dev.kontor.spi.Settings("erp", json, zone));
  }

  private static final String SETTINGS =
      """
      {"tenant":"contoso","environment":"Production","clientId":"c","clientSecret":"s",
       "company":"11111111-1111-1111-1111-111111111111","homeCountry":"DE",
       "vat":{"INLAND":{"VAT19":{"rate":"19"},"VAT7":{"rate":"7"},"VAT0":{"rate":"0"}},
              "EU":{"VAT19":{"rate":"19","calculation":"reverse","identifier":"RC19"},
                    "VAT0":{"rate":"0"}}},
       "customerTax":[{"status":"domestic","taxArea":"INLAND","debtor":"D1"},
                      {"status":"eu-business","taxArea":"EU"},
                      {"status":"eu-consumer","country":"FR","taxArea":"OSSFR"}],
       "shippingLine":{"number":"8400","byRate":{"7":"8300"}},
       "discountLine":{"number":"8730"},"giftCardLine":{"number":"1600"}}""";
}
