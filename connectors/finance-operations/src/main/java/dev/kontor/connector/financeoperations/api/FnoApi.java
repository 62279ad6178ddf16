package dev.kontor.connector.financeoperations.api;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.kit.Faults;
import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
import dev.kontor.kit.ODataSession;
import dev.kontor.kit.SignIn;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OData service of one environment, for one legal entity. Every call says {@code
 * cross-company=true} and names the legal entity: without both, one that is not the service user's
 * own looks empty (finance-operations/contract.md §2).
 */
public final class FnoApi {

  /** Part of every key. */
  public static final String COMPANY = "dataAreaId";

  private static final Faults FAULTS = Faults.of(FnoApi.class, "faults.json");

  /** Values of one filter; longer ones do not fit into an address. */
  private static final int VALUES = 25;

  private final String company;
  private final InstantSource clock;
  private final ODataClient client;
  private final DataActions actions;

  public FnoApi(FnoSettings settings, Toolbox toolbox) {
    this.company = settings.company();
    this.clock = toolbox.clock();
    SignIn signIn =
        Entra.tokens(settings, toolbox, settings.text("scope", settings.url() + "/.default"));
    this.actions = new DataActions(settings, toolbox, signIn, FAULTS);
    this.client =
        new ODataClient(
            new ODataSession(
                toolbox,
                URI.create(settings.url() + "/data/"),
                signIn,
                Map.of(),
                FAULTS,
                Infolog::error),
            "",
            "cross-company=true");
  }

  public InstantSource clock() {
    return clock;
  }

  /** What data management does, signed in as this is. */
  public DataActions actions() {
    return actions;
  }

  /** A filter on one text. */
  public static String equal(String field, String value) {
    return field + " eq " + OData.quoted(value);
  }

  /**
   * All rows of the legal entity.
   *
   * @param filter further condition; empty for none
   * @param fields empty for all
   */
  public List<JsonNode> rows(String set, String filter, List<String> fields) {
    return client.all(query(set, filter).select(fields));
  }

  /**
   * The rows with one of these values. An asterisk in a value stands for anything there, so who
   * asks compares what comes.
   */
  public List<JsonNode> rowsOf(
      String set, String field, Collection<String> values, List<String> fields) {
    return chunks(field, values).flatMap(any -> rows(set, any, fields).stream()).toList();
  }

  private static Stream<String> chunks(String field, Collection<String> values) {
    List<String> distinct = values.stream().distinct().toList();
    return IntStream.iterate(0, from -> from < distinct.size(), from -> from + VALUES)
        .mapToObj(from -> distinct.subList(from, Math.min(distinct.size(), from + VALUES)))
        .map(some -> some.stream().map(value -> equal(field, value)))
        .map(some -> some.collect(Collectors.joining(" or ", "(", ")")));
  }

  /**
   * So many rows behind a key, in its order.
   *
   * @param after empty for the beginning
   */
  public List<JsonNode> after(String set, String key, String after, int most, List<String> fields) {
    return behind(set, key, after, "", most, fields);
  }

  /**
   * The same of those that meet a condition, whole.
   *
   * @param filter further condition
   */
  public List<JsonNode> after(String set, String key, String after, String filter, int most) {
    return behind(set, key, after, " and " + filter, most, List.of());
  }

  private List<JsonNode> behind(
      String set, String key, String after, String more, int most, List<String> fields) {
    String from = key + (after.isEmpty() ? " ne ''" : " gt " + OData.quoted(after));
    return client.page(query(set, from + more).select(fields).orderBy(key).top(most), 0).values();
  }

  private ODataQuery query(String set, String filter) {
    String own = equal(COMPANY, company);
    return ODataQuery.of(set).filter(filter.isEmpty() ? own : own + " and " + filter);
  }

  /** One row by the rest of its key; empty if there is none. */
  public Optional<JsonNode> one(String set, String field, String value) {
    return client.one(ODataQuery.of(key(set, field, value)));
  }

  /** What of a set the service user may read without asking for a legal entity. */
  public List<JsonNode> everywhere(String set, String filter) {
    return everywhere(set, filter, List.of());
  }

  /**
   * The same of a set that companies share.
   *
   * @param filter empty for none
   * @param fields empty for all
   */
  public List<JsonNode> everywhere(String set, String filter, List<String> fields) {
    ODataQuery all = ODataQuery.of(set).select(fields);
    return client.all(filter.isEmpty() ? all : all.filter(filter));
  }

  /** Those with one of these values, as {@link #rowsOf}. */
  public List<JsonNode> everywhereOf(
      String set, String field, Collection<String> values, List<String> fields) {
    return chunks(field, values).flatMap(any -> everywhere(set, any, fields).stream()).toList();
  }

  public JsonNode create(String set, ObjectNode fields) {
    return client.create(set, owned(fields));
  }

  /** All of them or none, in one call; as they are there then, in the same order. */
  public List<JsonNode> createAll(String set, List<ObjectNode> rows) {
    return client.createAll(set, rows.stream().map(this::owned).toList());
  }

  private ObjectNode owned(ObjectNode fields) {
    ObjectNode body = fields.deepCopy();
    body.put(COMPANY, company);
    return body;
  }

  /** As it was read. */
  public void change(String set, String field, JsonNode row, ObjectNode fields) {
    client.update(key(set, field, Row.text(row, field)), etag(row), fields);
  }

  /** As it was read. */
  public void delete(String set, String field, JsonNode row) {
    client.delete(key(set, field, Row.text(row, field)), etag(row));
  }

  private String key(String set, String field, String value) {
    SequencedMap<String, String> parts = new LinkedHashMap<>();
    parts.put(COMPANY, company);
    parts.put(field, value);
    return OData.key(set, parts);
  }

  /** Opaque; whatever is there if none came. */
  public static String etag(JsonNode row) {
    String etag = row.path("@odata.etag").asString("");
    return etag.isEmpty() ? "*" : etag;
  }
}
