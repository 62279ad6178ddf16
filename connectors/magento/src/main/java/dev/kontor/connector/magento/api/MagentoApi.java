package dev.kontor.connector.magento.api;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.kit.Faults;
import dev.kontor.kit.JsonHttp;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The REST interface of one shop, signed. */
public final class MagentoApi {

  private static final Faults FAULTS = Faults.of(MagentoApi.class, "faults.json");

  /** What an integration may be allowed to read, to tell a missing right from a refused token. */
  private static final List<String> PROBES =
      Stream.of("orders", "invoices", "shipments", "creditmemos", "products", "store/storeConfigs")
          .map(path -> path + "?" + new SearchCriteria(1).query())
          .toList();

  private final MagentoSettings settings;
  private final Toolbox toolbox;
  private final JsonHttp http;
  private final String store;

  /** What was read last without being refused. */
  private volatile @Nullable String open;

  public MagentoApi(MagentoSettings settings, Toolbox toolbox) {
    this.settings = settings;
    this.toolbox = toolbox;
    this.http = new JsonHttp(toolbox.http());
    this.store = settings.store();
  }

  private MagentoApi(MagentoApi same, String store) {
    this.settings = same.settings;
    this.toolbox = same.toolbox;
    this.http = same.http;
    this.store = store;
  }

  /**
   * The same shop as one of its store views has it.
   *
   * @param view its code; {@code all} for what every view shows unless it has its own
   */
  public MagentoApi in(String view) {
    return new MagentoApi(this, view);
  }

  /**
   * The rows found; the shop answers null instead of an empty list where fields are asked for.
   *
   * @param entity such as {@code orders}
   * @throws FaultException the shop's refusal
   */
  public List<JsonNode> search(String entity, SearchCriteria criteria) {
    return get(entity + "?" + criteria.query()).path("items").valueStream().toList();
  }

  /**
   * All rows whose field has one of the values, oldest first.
   *
   * @param fields of a row, with {@code entity_id}; null for all
   * @throws FaultException the shop's refusal
   */
  public List<JsonNode> all(
      String entity, String field, List<String> values, @Nullable String fields) {
    return each(entity, criteria -> criteria.anyOf(field, values), fields);
  }

  /**
   * All rows that the conditions leave, oldest first, however many pages they are.
   *
   * @param narrowed adds the conditions
   * @param fields of a row, with {@code entity_id}; null for all
   * @throws FaultException the shop's refusal
   */
  public List<JsonNode> each(
      String entity, UnaryOperator<SearchCriteria> narrowed, @Nullable String fields) {
    List<JsonNode> all = new ArrayList<>();
    String last = "0";
    while (true) {
      SearchCriteria criteria =
          narrowed
              .apply(new SearchCriteria(SearchCriteria.MAX_SIZE))
              .above("entity_id", last)
              .ascending("entity_id");
      List<JsonNode> rows = search(entity, fields == null ? criteria : criteria.only(fields));
      all.addAll(rows);
      if (rows.size() < SearchCriteria.MAX_SIZE) {
        return all;
      }
      last = rows.getLast().path("entity_id").asString("");
    }
  }

  /**
   * @throws FaultException the shop's refusal
   */
  public JsonNode get(String path) {
    Reply reply = send("GET", "V1/" + path, null, false);
    if (!reply.ok()) {
      throw new FaultException(fault(false, path, reply));
    }
    open = path;
    return reply.body();
  }

  /** A call that changes something; its refusal is for the caller to read. */
  public Reply write(String method, String path, @Nullable JsonNode body) {
    return send(method, "V1/" + path, body, true);
  }

  /**
   * A call that changes something.
   *
   * @throws FaultException the refusal
   */
  public JsonNode change(String method, String path, @Nullable JsonNode body) {
    Reply reply = write(method, path, body);
    if (!reply.ok()) {
      throw new FaultException(fault(true, path, reply));
    }
    return reply.body();
  }

  /** A value such as an article number as part of a path. */
  public static String segment(String value) {
    return Integration.encode(value);
  }

  /** Hands each of the bodies to the shop's message queue, to be carried out later. */
  public Reply queue(String path, JsonNode bodies) {
    return send("POST", "async/bulk/V1/" + path, bodies, true);
  }

  /** A call that would change something, made so that it cannot: to see whether it is allowed. */
  public Reply attempt(String method, String path, JsonNode body) {
    return send(method, "V1/" + path, body, false);
  }

  /** What a refused call means. */
  public Fault fault(boolean write, String path, Reply reply) {
    ApiError error = ApiError.of(reply.body());
    if (reply.status() == 401) {
      return unauthorized(error);
    }
    if (reply.status() == 400 && error.text().startsWith("Specified request cannot be processed")) {
      return new Fault.Misconfigured(
          settings.connection() + ".store", "is no code of a store view of this shop");
    }
    return FAULTS.of(
        new Faults.Refusal(
            write,
            path.replaceAll("\\?.*", ""),
            reply.status(),
            null,
            error.field(),
            error.text(),
            reply.retryAfter(toolbox.clock())));
  }

  /**
   * What it means that the shop did not do one of many things, in the words it left of it.
   *
   * @param field it blames, as far as that can be told
   */
  public static Fault refused(String what, String field, String text) {
    return FAULTS.of(new Faults.Refusal(true, what, 400, null, field, text, null));
  }

  /** A refused token and a missing right are answered alike (magento/observed.md, Sign-in). */
  private Fault unauthorized(ApiError error) {
    String resource = error.resource();
    if (resource != null && isKnown()) {
      return new Fault.Forbidden(
          resource, "the integration misses the right " + resource + "; allow it in its API list");
    }
    return new Fault.SignInRefused(
        "sign-in was refused"
            + (resource == null && !error.text().isEmpty() ? " (" + error.text() + ")" : "")
            + "; check the integration's keys, that it is active, and the clocks of hub and shop");
  }

  /** Whether the shop lets the hub read anything at all. */
  private boolean isKnown() {
    return Stream.concat(Stream.ofNullable(open), PROBES.stream())
        .anyMatch(path -> send("GET", "V1/" + path, null, false).status() != 401);
  }

  private Reply send(String method, String path, @Nullable JsonNode body, boolean write) {
    URI uri = URI.create(settings.url() + "/rest/" + store + "/" + path);
    HttpRequest.Builder request =
        body == null
            ? JsonHttp.request(uri).method(method, HttpRequest.BodyPublishers.noBody())
            : JsonHttp.request(uri, method, body);
    request.header(
        "Authorization",
        settings.credentials().authorization(method, uri, Stamp.now(toolbox.clock())));
    return write ? http.write(request.build()) : http.read(request.build());
  }
}
