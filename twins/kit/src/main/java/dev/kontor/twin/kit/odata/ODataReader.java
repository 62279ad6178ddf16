package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers collections and single entities with filter, order, pages, selection and expansion. */
final class ODataReader {
  private final Schema schema;
  private final Rows rows;
  private final Dialect dialect;
  private final Map<String, Rules> rules;

  ODataReader(Schema schema, Rows rows, Dialect dialect, Map<String, Rules> rules) {
    this.schema = schema;
    this.rows = rows;
    this.dialect = dialect;
    this.rules = rules;
  }

  Rules rules(Table table) {
    return rules.getOrDefault(table.set(), new Rules() {});
  }

  /** Whether the set has no rules for writing at all. */
  boolean isReadOnly(Table table) {
    return !rules.containsKey(table.set());
  }

  Answer collection(ODataRequest request, Table table, @Nullable Navigation from, String local) {
    QueryOptions options = new QueryOptions(request.call().query());
    Expression filter = filter(options, table, from);
    int size = Page.size(request.prefer(), dialect.maxPageSize());
    // One more than shown tells whether there is a next page; only a count needs all of them.
    long most = options.counted() ? Long.MAX_VALUE : size + 1L;
    List<Page.Hit> hits = hits(request.scope(), table, filter, from, local, options, most);
    List<Page.Hit> wanted = Page.ordered(hits, options, table);
    List<Page.Hit> page = wanted.subList(0, Math.min(size, wanted.size()));
    ObjectNode body = Json.object().put("@odata.context", context(request, table.set()));
    if (options.counted()) {
      body.put("@odata.count", hits.size());
    }
    ArrayNode value = body.putArray("value");
    page.forEach(
        hit -> value.add(shown(request.scope(), table, hit, options, below(request, hit))));
    if (page.size() < wanted.size()) {
      body.put("@odata.nextLink", nextLink(request, options, page.getLast(), page.size()));
    }
    return Answer.json(200, body);
  }

  int count(ODataRequest request, Table table, @Nullable Navigation from, String local) {
    QueryOptions options = new QueryOptions(request.call().query());
    Expression filter = filter(options, table, from);
    return hits(request.scope(), table, filter, from, local, options, Long.MAX_VALUE).size();
  }

  private @Nullable Expression filter(
      QueryOptions options, Table table, @Nullable Navigation from) {
    Expression filter = options.filter(table, dialect);
    rules(table).checkRead(filter == null ? Set.of() : filter.fields(), from != null);
    return filter;
  }

  Answer single(ODataRequest request, int status, Table table, Row row) {
    QueryOptions options = new QueryOptions(request.call().query());
    ObjectNode body =
        Json.object().put("@odata.context", context(request, table.set()) + "/$entity");
    Page.Hit hit =
        new Page.Hit(row, rules(table).shown(request.scope(), row.data().deepCopy()), List.of());
    body.setAll(shown(request.scope(), table, hit, options, request.address()));
    return Answer.json(status, body).with("ETag", row.etag());
  }

  /**
   * What passes the filter; where rows already lie in the wanted order, no more than needed.
   *
   * @param most to be shown
   */
  private List<Page.Hit> hits(
      String scope,
      Table table,
      @Nullable Expression filter,
      @Nullable Navigation from,
      String local,
      QueryOptions options,
      long most) {
    List<QueryOptions.Sort> sorts = options.orderBy(table);
    boolean inOrder = most < Long.MAX_VALUE && isInOrder(table, sorts);
    long after = inOrder ? SkipToken.placeAfter(options) : Long.MIN_VALUE;
    return candidates(scope, table, filter, from, local).stream()
        .filter(row -> row.place() > after && !isOut(table, filter, row))
        .filter(row -> rules(table).covers(row.data()))
        .map(row -> Page.hit(row, rules(table).shown(scope, row.data().deepCopy()), sorts))
        .filter(hit -> filter == null || filter.test(hit.shown()))
        .limit(inOrder ? most + options.number("$skip", 0) : Long.MAX_VALUE)
        .toList();
  }

  private boolean isInOrder(Table table, List<QueryOptions.Sort> sorts) {
    return sorts.isEmpty()
        || (sorts.size() == 1
            && !sorts.getFirst().descending()
            && rows.isCounted(table.source(), sorts.getFirst().column()));
  }

  /** Where nothing is computed, what is stored tells before it is copied. */
  private boolean isOut(Table table, @Nullable Expression filter, Row row) {
    return filter != null && isReadOnly(table) && !filter.test(row.data());
  }

  private Collection<Row> candidates(
      String scope,
      Table table,
      @Nullable Expression filter,
      @Nullable Navigation from,
      String local) {
    if (from != null) {
      return related(scope, table, from, local);
    }
    Optional<List<ObjectNode>> computed = rules(table).computed(scope, "");
    if (computed.isPresent()) {
      return numbered(computed.get());
    }
    if (filter != null) {
      List<String> ids = filter.equalTo("id");
      if (!ids.isEmpty()) {
        return rows.found(scope, table.source(), ids);
      }
      for (String column : table.columns().keySet()) {
        List<String> values = filter.equalTo(column);
        if (!values.isEmpty() && rows.isIndexed(table.source(), column)) {
          return rows.matching(scope, table.source(), column, values);
        }
      }
    }
    return rows.all(scope, table.source());
  }

  /** The rows a navigation leads to. */
  List<Row> related(String scope, Table table, Navigation from, String local) {
    return rules(table)
        .computed(scope, local)
        .map(ODataReader::numbered)
        .orElseGet(() -> rows.matching(scope, table.source(), from.remote(), local));
  }

  private static List<Row> numbered(List<ObjectNode> computed) {
    List<Row> numbered = new ArrayList<>();
    computed.forEach(row -> numbered.add(new Row(numbered.size(), 0, row)));
    return numbered;
  }

  private static String below(ODataRequest request, Page.Hit hit) {
    return request.address() + "(" + hit.row().data().path("id").asString("") + ")";
  }

  /**
   * The row as answered.
   *
   * @param address of the row, below which its streams lie
   */
  private ObjectNode shown(
      String scope, Table table, Page.Hit hit, QueryOptions options, String address) {
    List<String> selected = options.select(table);
    ObjectNode shown = Json.object();
    if (table.column("id").isPresent()) {
      shown.put("@odata.etag", hit.row().etag());
    }
    for (Column column : table.columns().values()) {
      if (selected.isEmpty() || selected.contains(column.name())) {
        show(shown, column, hit.shown().path(column.name()), address);
      }
    }
    options
        .expand(table)
        .forEach(e -> shown.set(e.navigation().name(), expanded(scope, hit.shown(), e, address)));
    return shown;
  }

  private static void show(ObjectNode shown, Column column, JsonNode value, String address) {
    if (column.type() != EdmType.STREAM) {
      shown.set(column.name(), value.isMissingNode() ? column.initial() : value);
      return;
    }
    String link = address + "/" + column.name();
    if (column.writable()) {
      shown.put(column.name() + "@odata.mediaEditLink", link);
    }
    shown.put(column.name() + "@odata.mediaReadLink", link);
  }

  private JsonNode expanded(
      String scope, ObjectNode parent, QueryOptions.Expand expand, String address) {
    Navigation navigation = expand.navigation();
    Table target = schema.require(navigation.targetSet());
    String local = parent.path(navigation.local()).asString("");
    Expression filter = expand.options().filter(target, dialect);
    List<Page.Hit> hits =
        hits(scope, target, filter, navigation, local, expand.options(), Long.MAX_VALUE);
    List<Page.Hit> wanted = Page.ordered(hits, expand.options(), target);
    ArrayNode all = Json.array();
    String below = address + "/" + navigation.name();
    wanted.forEach(
        hit -> {
          String own =
              navigation.many()
                  ? below + "(" + hit.row().data().path("id").asString("") + ")"
                  : below;
          all.add(shown(scope, target, hit, expand.options(), own));
        });
    return navigation.many() ? all : all.isEmpty() ? Json.MAPPER.nullNode() : all.get(0);
  }

  private static String context(ODataRequest request, String set) {
    return request.address() + "/$metadata#" + set;
  }

  private static String nextLink(
      ODataRequest request, QueryOptions options, Page.Hit last, int delivered) {
    StringBuilder link = new StringBuilder(request.address()).append('?');
    options
        .options()
        .forEach(
            (name, value) -> {
              if (!name.equals("$skiptoken") && !name.equals("$skip") && !name.equals("$top")) {
                link.append(encoded(name)).append('=').append(encoded(value)).append('&');
              }
            });
    int top = options.number("$top", Integer.MAX_VALUE);
    if (top != Integer.MAX_VALUE) {
      link.append("$top=").append(top - delivered).append('&');
    }
    return link.append("aid=FIN&$skiptoken=").append(SkipToken.of(last)).toString();
  }

  private static String encoded(String text) {
    return text.startsWith("$")
        ? "$" + URLEncoder.encode(text.substring(1), StandardCharsets.UTF_8)
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
