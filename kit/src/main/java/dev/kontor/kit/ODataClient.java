package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A thin OData v4 client for one service and one path prefix (such as one company). Every method
 * throws {@link FaultException} with the fault the service's table gives.
 */
public final class ODataClient {

  private final ODataSession session;
  private final String prefix;
  private final String always;

  /**
   * @param prefix put before every path, empty or ending with a slash
   */
  public ODataClient(ODataSession session, String prefix) {
    this(session, prefix, "");
  }

  /**
   * @param always query option of every call beside its own, e.g. {@code cross-company=true}; empty
   *     for none
   */
  public ODataClient(ODataSession session, String prefix, String always) {
    this.session = session;
    this.prefix = prefix;
    this.always = always;
  }

  private URI at(String path) {
    return session.at(full(path));
  }

  private String full(String path) {
    String option = always.isEmpty() ? "" : (path.indexOf('?') < 0 ? "?" : "&") + always;
    return prefix + path + option;
  }

  /** The first page; {@code pageSize} is a wish the server may lower. */
  public ODataPage page(ODataQuery query, int pageSize) {
    return page(at(query.relative()), pageSize, query.path());
  }

  /** The first page of each query, all in one call; the first refusal is thrown. */
  public List<ODataPage> pages(List<ODataQuery> queries) {
    if (queries.size() < 2) {
      return queries.stream().map(query -> page(query, 0)).toList();
    }
    List<ODataPart> parts = new ArrayList<>();
    for (ODataQuery query : queries) {
      String id = Integer.toString(parts.size());
      parts.add(new ODataPart(id, "GET", query.relative(), null, null));
    }
    Map<String, Answer> answers =
        answers(parts, session.expectOk(session.read(readBatch(parts)), false, "$batch").body());
    return parts.stream().map(part -> page(part, answers.get(part.id()))).toList();
  }

  private HttpRequest.Builder readBatch(List<ODataPart> parts) {
    return batchOf(parts, new CallTime()).header("Prefer", "odata.continue-on-error");
  }

  private static ODataPage page(ODataPart part, @Nullable Answer answer) {
    if (answer == null) {
      throw new FaultException(
          new Fault.Unavailable("the batch's answer does not mention " + part.path()));
    }
    if (answer.fault() != null) {
      throw new FaultException(answer.fault());
    }
    return page(answer.body());
  }

  /** The page behind a {@link ODataPage#next()}. */
  public ODataPage page(URI next, int pageSize) {
    URI home = session.at("");
    if (!home.getAuthority().equals(next.getAuthority())) {
      throw new FaultException(
          new Fault.Misconfigured(
              "url",
              "is answered with a next page on another host ("
                  + next.getAuthority()
                  + "); use the"
                  + " host the service itself names, or correct its public address"));
    }
    return page(next, pageSize, home.relativize(next).getPath());
  }

  /** All pages; for sets known to be small. */
  public List<JsonNode> all(ODataQuery query) {
    ODataPage page = page(query, 0);
    List<JsonNode> values = new ArrayList<>(page.values());
    for (URI next = page.next(); next != null; next = page.next()) {
      page = page(next, 0);
      values.addAll(page.values());
    }
    return values;
  }

  /** One entity or singleton; empty if it does not exist. */
  public Optional<JsonNode> one(ODataQuery query) {
    JsonHttp.Reply reply = session.read(JsonHttp.request(at(query.relative())).GET());
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(session.expectOk(reply, false, query.path()).body());
  }

  /** Creates an entity, children inside the body included. */
  public JsonNode create(String path, JsonNode body) {
    HttpRequest.Builder request = JsonHttp.request(at(path), "POST", body);
    return session.expectOk(session.write(request), true, path).body();
  }

  /**
   * Creates entities in one call, of which all or none come to be.
   *
   * @return as answered, in the order of the bodies
   */
  public List<JsonNode> createAll(String path, List<? extends JsonNode> bodies) {
    HttpResponse<byte[]> reply =
        session.rawWrite(ChangeSet.request(session.at("$batch"), at(path), bodies));
    session.expectOk(JsonHttp.reply(reply), true, path);
    String type = reply.headers().firstValue("Content-Type").orElse("");
    List<ChangeSet.Part> parts = ChangeSet.answered(type, reply.body());
    for (ChangeSet.Part part : parts) {
      if (!part.ok()) {
        throw new FaultException(session.fault(part.status(), part.body(), true, path));
      }
    }
    if (parts.size() != bodies.size()) {
      throw new FaultException(
          new Fault.OutcomeUnknown(
              "the batch's answer is about %d of %d entities"
                  .formatted(parts.size(), bodies.size())));
    }
    return parts.stream().map(ChangeSet.Part::body).toList();
  }

  /**
   * Changes the fields of the body.
   *
   * @param etag as read, {@code *} for whatever is there
   */
  public JsonNode update(String path, String etag, JsonNode body) {
    HttpRequest.Builder request =
        JsonHttp.request(at(path), "PATCH", body).header("If-Match", etag);
    return session.expectOk(session.write(request), true, path).body();
  }

  public void delete(String path, String etag) {
    HttpRequest.Builder request = JsonHttp.request(at(path)).header("If-Match", etag).DELETE();
    session.expectOk(session.write(request), true, path);
  }

  /**
   * The bytes of a stream property, e.g. {@code items(…)/picture/pictureContent}; empty if the
   * entity does not exist or holds none.
   */
  public Optional<Attachment> stream(String path) {
    URI address = at(path);
    HttpResponse<byte[]> reply = session.raw(HttpRequest.newBuilder(address).GET());
    int status = reply.statusCode();
    if (status == 404 || status == 204 || (status == 200 && reply.body().length == 0)) {
      return Optional.empty();
    }
    if (status != 200) {
      throw new FaultException(
          session.fault(status, JsonHttp.parse(reply.body()), /* write= */ false, path));
    }
    String type = reply.headers().firstValue("Content-Type").orElse("application/octet-stream");
    return Optional.of(new Attachment(type.replaceAll(";.*", "").strip(), reply.body()));
  }

  /**
   * Calls a bound action.
   *
   * @param name qualified, e.g. {@code Microsoft.NAV.post}
   */
  public JsonHttp.Reply action(String path, String name, JsonNode parameters) {
    String target = path + "/" + name;
    return called(target, JsonHttp.request(at(target), "POST", parameters));
  }

  /**
   * Calls a bound action of an entity that is as it was read.
   *
   * @param etag as read, {@code *} for whatever is there
   */
  public JsonHttp.Reply action(String path, String name, String etag, JsonNode parameters) {
    String target = path + "/" + name;
    HttpRequest.Builder request =
        JsonHttp.request(at(target), "POST", parameters).header("If-Match", etag);
    return called(target, request);
  }

  private JsonHttp.Reply called(String target, HttpRequest.Builder request) {
    return session.expectOk(session.write(request), true, target);
  }

  /**
   * Sends operations in one call; one that fails does not keep the later ones from running.
   *
   * @return the body of each success or the fault of each failure, by part id; a part the service
   *     did not answer is absent
   */
  public Map<String, Answer> batch(List<ODataPart> parts) {
    return batch(parts, new CallTime());
  }

  /** The same, timed from the moment the operations leave. */
  public Map<String, Answer> batch(List<ODataPart> parts, CallTime time) {
    return write(parts, batchOf(parts, time).header("Prefer", "odata.continue-on-error"));
  }

  /**
   * Sends operations of which all or none take effect. The first failure ends it; what is answered
   * before it was undone with it.
   *
   * @return as {@link #batch(List)}
   */
  public Map<String, Answer> together(List<ODataPart> parts) {
    return write(parts, batchOf(parts, new CallTime()).header("Isolation", "snapshot"));
  }

  private Map<String, Answer> write(List<ODataPart> parts, HttpRequest.Builder request) {
    return answers(parts, session.expectOk(session.write(request), true, "$batch").body());
  }

  private HttpRequest.Builder batchOf(List<ODataPart> parts, CallTime time) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode requests = body.putArray("requests");
    parts.forEach(part -> requests.add(request(part)));
    return JsonHttp.request(session.at("$batch"), "POST", body, time);
  }

  private Map<String, Answer> answers(List<ODataPart> parts, JsonNode reply) {
    Map<String, ODataPart> byId = new LinkedHashMap<>();
    parts.forEach(part -> byId.put(part.id(), part));
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (JsonNode response : reply.path("responses")) {
      ODataPart part = byId.get(response.path("id").asString(""));
      if (part != null) {
        answers.put(part.id(), answer(part, response));
      }
    }
    return answers;
  }

  /**
   * What became of one part.
   *
   * @param fault null for a success
   */
  public record Answer(int status, JsonNode body, @Nullable Fault fault) {}

  /** What the service says it offers, by its {@code $metadata}. */
  public EntityModel metadata() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(session.at("$metadata")).header("Accept", "application/xml").GET();
    HttpResponse<byte[]> reply = session.raw(request);
    if (reply.statusCode() == 200) {
      return EntityModel.read(reply.body());
    }
    throw new FaultException(
        session.fault(
            reply.statusCode(), ModelJson.mapper().nullNode(), /* write= */ false, "$metadata"));
  }

  private Answer answer(ODataPart part, JsonNode response) {
    int status = response.path("status").asInt(0);
    JsonNode body = response.path("body");
    boolean ok = status >= 200 && status < 300;
    String path = part.path().replaceAll("\\?.*", "");
    return new Answer(
        status, body, ok ? null : session.fault(status, body, !"GET".equals(part.method()), path));
  }

  private ObjectNode request(ODataPart part) {
    ObjectNode request = ModelJson.mapper().createObjectNode();
    request.put("id", part.id()).put("method", part.method()).put("url", full(part.path()));
    ObjectNode headers = request.putObject("headers");
    if (part.ifMatch() != null) {
      headers.put("If-Match", part.ifMatch());
    }
    if (part.body() != null) {
      headers.put("Content-Type", "application/json");
      request.set("body", part.body());
    }
    return request;
  }

  private ODataPage page(URI address, int pageSize, String resource) {
    HttpRequest.Builder request = JsonHttp.request(address).GET();
    if (pageSize > 0) {
      request.header("Prefer", "odata.maxpagesize=" + pageSize);
    }
    return page(session.expectOk(session.read(request), false, resource).body());
  }

  private static ODataPage page(JsonNode body) {
    List<JsonNode> values = new ArrayList<>();
    body.path("value").forEach(values::add);
    String next = body.path("@odata.nextLink").asString(null);
    JsonNode count = body.path("@odata.count");
    return new ODataPage(
        values,
        next == null ? null : URI.create(next),
        count.isMissingNode() ? null : Long.valueOf(count.asLong()));
  }
}
