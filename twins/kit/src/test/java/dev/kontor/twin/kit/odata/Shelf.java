package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small library service the OData tests talk to. */
final class Shelf {
  static final Schema SCHEMA =
      Schema.parse(
          """
          books book
            id guid ro
            title string(20)
            price decimal
            pages int32
            sold boolean
            printed date
            changed datetime
            kind enum(_x0020_,Novel,Poem)
            authorId guid
            isbn string(13) since 2
            shelf code(5)
            > chapters chapters many id bookId
            ! lend(reader string, until date)
            > author authors one authorId id
          chapters chapter
            id guid ro
            bookId guid
            name string(10)
          authors author
            id guid ro
            name string(30)
          prizes prize since 2
            id guid ro
          """);

  final Rows rows = new Rows().indexed("chapters", "bookId").indexed("books", "title");
  private final ODataService service;
  private final Dialect dialect;

  Shelf(int version, boolean orOnDistinctFields) {
    dialect = new PlainDialect(orOnDistinctFields);
    Schema schema = SCHEMA.at(version);
    service =
        new ODataService(
            schema,
            rows,
            dialect,
            Map.of(
                "books", new Stored(schema, "books"), "chapters", new Stored(schema, "chapters")));
  }

  Answer call(String method, String path, String query, Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(Map.of("host", "twin"));
    all.putAll(headers);
    return handle(
        new Call(
            method, path, Call.query(query), query, all, body.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer handle(Call call) {
    if (call.path().equals("/$metadata")) {
      return service.metadata();
    }
    return call.path().equals("/$batch")
        ? new Batch(rows, dialect, this::handle).handle(call, "")
        : service.handle(new ODataRequest("main", Segment.path(call.path()), call));
  }

  JsonNode get(String path, String query) {
    return call("GET", path, query, Map.of(), "").json();
  }

  List<String> titles(String filter) {
    JsonNode answer = get("/books", "$filter=" + filter);
    return answer.path("value").valueStream().map(b -> b.path("title").asString()).toList();
  }

  JsonNode post(String path, String body) {
    Answer answer = call("POST", path, "", Map.of(), body);
    return answer.json();
  }

  private final class Stored implements Rules {
    private final Schema schema;
    private final String set;

    Stored(Schema schema, String set) {
      this.schema = schema;
      this.set = set;
    }

    @Override
    public ObjectNode insert(String scope, ObjectNode body) {
      if (body.path("name").asString("").equals("bad")) {
        throw ODataFault.rule(400, "Rule", "bad is refused");
      }
      ObjectNode row = schema.require(set).blank().put("id", Ids.guid());
      row.setAll(body);
      return rows.put(scope, set, row);
    }

    @Override
    public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
      row.setAll(patch);
      return rows.put(scope, set, row);
    }

    @Override
    public void delete(String scope, ObjectNode row) {
      rows.remove(scope, set, row.path("id").asString());
    }

    @Override
    public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
      rows.put(scope, set, row.put("title", "lent"));
      return Answer.empty(204);
    }
  }

  private record PlainDialect(boolean orOnDistinctFields) implements Dialect {
    @Override
    public Answer error(ODataFault fault) {
      int status = fault.problem() == Problem.RULE ? fault.status() : 499;
      return Answer.json(
          status,
          Json.object().put("problem", fault.problem().name()).put("message", fault.text()));
    }

    @Override
    public int maxPageSize() {
      return 1000;
    }

    @Override
    public boolean tagToDelete() {
      return !orOnDistinctFields;
    }

    @Override
    public int maxBatch() {
      return 3;
    }

    @Override
    public String namespace() {
      return "Lib";
    }
  }
}
