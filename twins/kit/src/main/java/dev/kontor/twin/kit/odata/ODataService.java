package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves resource paths of one service version and answers them. */
public final class ODataService {
  private final Schema schema;
  private final Rows rows;
  private final Dialect dialect;
  private final ODataReader reader;
  private final ODataWriter writer;

  /** Entity sets without rules are read-only. */
  public ODataService(Schema schema, Rows rows, Dialect dialect, Map<String, Rules> rules) {
    this.schema = schema;
    this.rows = rows;
    this.dialect = dialect;
    this.reader = new ODataReader(schema, rows, dialect, rules);
    this.writer = new ODataWriter(schema, rows, dialect, reader);
  }

  /** The $metadata document. */
  public Answer metadata() {
    return Answer.of(200, "application/xml", Metadata.xml(schema, dialect.namespace()));
  }

  /** Answers one resource; every refusal becomes the dialect's error answer. */
  public Answer handle(ODataRequest request) {
    try {
      return resolved(request);
    } catch (ODataFault fault) {
      return dialect.error(fault);
    }
  }

  /** Where a path ends: a set, reached directly or from a row, with or without a key. */
  private record Target(
      Table table, @Nullable Navigation from, String local, @Nullable String key) {}

  private Answer resolved(ODataRequest request) {
    List<Segment> path = request.path();
    if (path.isEmpty()) {
      return services(request);
    }
    Segment last = path.getLast();
    if (last.name().startsWith(dialect.namespace() + ".")) {
      Target target = target(request.scope(), path.subList(0, path.size() - 1));
      String action = last.name().substring(dialect.namespace().length() + 1);
      return writer.act(request, target.table(), key(request.scope(), target), action);
    }
    if (last.name().equals("$count")) {
      Target target = target(request.scope(), path.subList(0, path.size() - 1));
      return rows.reading(
          () ->
              Answer.text(
                  200, "" + reader.count(request, target.table(), target.from(), target.local())));
    }
    if (path.size() > 1 && last.key() == null) {
      Target owner = target(request.scope(), path.subList(0, path.size() - 1));
      Optional<Column> stream =
          owner.table().column(last.name()).filter(column -> column.type() == EdmType.STREAM);
      if (stream.isPresent()) {
        return stream(request, owner, stream.get());
      }
    }
    Target target = target(request.scope(), path);
    return switch (request.call().method()) {
      case "GET" -> rows.reading(() -> read(request, target));
      case "POST" -> insert(request, target);
      case "PATCH" -> writer.update(request, target.table(), key(request.scope(), target));
      case "DELETE" -> writer.delete(request, target.table(), key(request.scope(), target));
      default -> throw notAllowed();
    };
  }

  private Answer stream(ODataRequest request, Target owner, Column column) {
    Table table = owner.table();
    return switch (request.call().method()) {
      case "GET" -> rows.reading(() -> content(request, owner, column));
      case "PATCH", "PUT" -> {
        if (!column.writable()) {
          throw notAllowed();
        }
        yield writer.setContent(request, table, key(request.scope(), owner));
      }
      default -> throw notAllowed();
    };
  }

  private Answer content(ODataRequest request, Target owner, Column column) {
    Navigation from = owner.from();
    Table table = owner.table();
    Row row =
        from != null && !from.many()
            ? only(request.scope(), owner, from).orElseThrow(ODataService::notThere)
            : writer.require(request.scope(), table, key(request.scope(), owner));
    return reader.rules(table).content(request.scope(), row.data().deepCopy(), column.name());
  }

  private Optional<Row> only(String scope, Target target, Navigation from) {
    return reader.related(scope, target.table(), from, target.local()).stream().findFirst();
  }

  private Answer services(ODataRequest request) {
    var body = Json.object().put("@odata.context", request.address() + "/$metadata");
    var value = body.putArray("value");
    schema
        .tables()
        .keySet()
        .forEach(
            set -> value.addObject().put("name", set).put("kind", "EntitySet").put("url", set));
    return Answer.json(200, body);
  }

  private Answer read(ODataRequest request, Target target) {
    Navigation from = target.from();
    if (target.key() != null) {
      String key = key(request.scope(), target);
      return reader.single(
          request, 200, target.table(), writer.require(request.scope(), target.table(), key));
    }
    if (from != null && !from.many()) {
      return only(request.scope(), target, from)
          .map(row -> reader.single(request, 200, target.table(), row))
          .orElseGet(() -> Answer.empty(204));
    }
    return reader.collection(request, target.table(), from, target.local());
  }

  private Answer insert(ODataRequest request, Target target) {
    if (target.key() != null || reader.isReadOnly(target.table())) {
      throw notAllowed();
    }
    return writer.insert(request, target.table(), target.from(), target.local());
  }

  private Target target(String scope, List<Segment> path) {
    Target target = null;
    for (Segment segment : path) {
      target = target == null ? first(segment) : next(scope, target, segment);
    }
    if (target == null) {
      throw ODataFault.of(Problem.UNKNOWN_RESOURCE, "No resource is named.");
    }
    return target;
  }

  private Target first(Segment segment) {
    Table table = schema.table(segment.name()).orElseThrow(() -> unknown(segment));
    return new Target(table, null, "", segment.key());
  }

  private Target next(String scope, Target parent, Segment segment) {
    Navigation navigation =
        parent.table().navigation(segment.name()).orElseThrow(() -> unknown(segment));
    Row row = rows.reading(() -> writer.require(scope, parent.table(), key(scope, parent)));
    Table table = schema.require(navigation.targetSet());
    String local = row.data().path(navigation.local()).asString("");
    return new Target(table, navigation, local, segment.key());
  }

  // Below a parent only its own rows are found, by an id that need not be unique beyond it.
  private String key(String scope, Target target) {
    String id = target.key();
    Navigation from = target.from();
    if (id == null && (from == null || from.many())) {
      throw notAllowed();
    }
    if (from == null) {
      return String.valueOf(id);
    }
    String set = target.table().source();
    return rows.reading(() -> rows.matching(scope, set, from.remote(), target.local())).stream()
        .map(Row::data)
        .filter(row -> id == null || row.path("id").asString("").equals(id))
        .map(Rows::key)
        .findFirst()
        .orElse(id + "/none");
  }

  private static ODataFault unknown(Segment segment) {
    return ODataFault.of(
        Problem.UNKNOWN_RESOURCE, "Resource not found for the segment '" + segment.name() + "'.");
  }

  private static ODataFault notThere() {
    return ODataFault.of(Problem.ROW_NOT_FOUND, "The entity does not exist.");
  }

  private static ODataFault notAllowed() {
    return ODataFault.of(Problem.METHOD_NOT_ALLOWED, "The method is not allowed on this resource.");
  }
}
