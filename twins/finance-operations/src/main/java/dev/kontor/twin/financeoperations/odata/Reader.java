package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Link;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers collections and single rows. */
final class Reader {
  private final Erp erp;
  private final Views views;

  Reader(Erp erp, Views views) {
    this.erp = erp;
    this.views = views;
  }

  Answer list(Call call, EntitySet set) {
    Query query = new Query(call.query(), set);
    List<String> selected = query.select();
    List<Link> expanded = query.expand();
    List<Row> hits = hits(query);
    Page page = Page.of(hits, query, size(call));
    ObjectNode body = Json.object().put("@odata.context", root(call) + "/$metadata#" + set.name());
    if (query.counted()) {
      body.put("@odata.count", hits.size());
    }
    ArrayNode value = body.putArray("value");
    page.rows().forEach(row -> value.add(shown(row, set, selected, expanded)));
    if (page.next() > 0) {
      body.put("@odata.nextLink", nextLink(call, set, query, page));
    }
    return Answer.json(200, body);
  }

  private int size(Call call) {
    int most = erp.settings().pageSize();
    return erp.settings().maxPageSize() ? Page.size(call.header("Prefer").orElse(""), most) : most;
  }

  Answer count(Call call, EntitySet set) {
    return Answer.text(200, "" + hits(new Query(call.query(), set)).size());
  }

  /** One row as an answer of this status. */
  Answer single(Call call, int status, EntitySet set, Row row) {
    Query query = new Query(call.query(), set);
    ObjectNode body =
        Json.object().put("@odata.context", root(call) + "/$metadata#" + set.name() + "/$entity");
    body.setAll(shown(row, set, query.select(), query.expand()));
    return Answer.json(status, body);
  }

  /** The row with this key, unless its company is not the user's own and no other is asked for. */
  Optional<Row> find(EntitySet set, Key key, boolean crossCompany) {
    if (set.isOfCompany()
        && !crossCompany
        && !key.company().equals(erp.settings().defaultCompany())) {
      return Optional.empty();
    }
    return views.isComputed(set)
        ? views.rows(set, key.company()).stream()
            .filter(row -> Key.of(set, row.data()).equals(key.folded()))
            .findFirst()
        : erp.records().row(key.company(), set.source(), key.values());
  }

  private List<Row> hits(Query query) {
    Optional<Filter> filter = query.filter();
    Stream<Row> rows =
        companies(query).stream()
            .flatMap(company -> views.rows(query.set(), company).stream())
            .filter(row -> filter.isEmpty() || filter.get().test(row.data()));
    return query
        .order()
        .map(order -> rows.sorted((a, b) -> order.compare(a.data(), b.data())))
        .orElse(rows)
        .toList();
  }

  private List<String> companies(Query query) {
    if (!query.set().isOfCompany()) {
      return List.of(Records.SHARED);
    }
    return query.crossCompany() ? erp.companies() : List.of(erp.settings().defaultCompany());
  }

  private ObjectNode shown(Row row, EntitySet set, List<String> selected, List<Link> expanded) {
    ObjectNode shown = Json.object().put("@odata.etag", Tag.of(row));
    set.properties()
        .values()
        .forEach(
            property -> {
              if (selected.isEmpty() || selected.contains(property.name())) {
                JsonNode value = row.data().path(property.name());
                shown.set(property.name(), value.isMissingNode() ? property.initial() : value);
              }
            });
    expanded.forEach(link -> shown.set(link.name(), linked(row.data(), link)));
    return shown;
  }

  private JsonNode linked(ObjectNode from, Link link) {
    EntitySet target = erp.records().schema().require(link.target());
    List<ObjectNode> rows =
        views.rows(target, Records.text(from, "dataAreaId")).stream()
            .filter(row -> link.on().entrySet().stream().allMatch(on -> same(from, row, on)))
            .map(row -> shown(row, target, List.of(), List.of()))
            .toList();
    if (link.many()) {
      ArrayNode all = Json.array();
      rows.forEach(all::add);
      return all;
    }
    return rows.isEmpty() ? NullNode.getInstance() : rows.getFirst();
  }

  private static boolean same(ObjectNode from, Row to, java.util.Map.Entry<String, String> on) {
    return Records.text(from, on.getKey()).equalsIgnoreCase(Records.text(to.data(), on.getValue()));
  }

  private static String nextLink(Call call, EntitySet set, Query query, Page page) {
    return query.next(page.rows().size(), page.next()).entrySet().stream()
        .map(o -> o.getKey() + "=" + encoded(o.getValue()))
        .collect(Collectors.joining("&", root(call) + "/" + set.name() + "?", ""));
  }

  /** Address of the service as the client reached it. */
  static String root(Call call) {
    return "http://" + call.header("Host").orElse("localhost") + "/data";
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
