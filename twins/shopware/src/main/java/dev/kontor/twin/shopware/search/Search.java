package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.schema.Entity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds, sorts and pages rows. */
public final class Search {
  // The shop reads at most limit * 6 + 1 rows for total-count-mode 2 (contract §2).
  private static final int NEXT_PAGES = 6;

  private final Tables tables;
  private final Relations relations;
  private final Matcher matcher;

  public Search(Tables tables, Relations relations) {
    this.tables = tables;
    this.relations = relations;
    this.matcher = new Matcher(relations);
  }

  /** One page of rows and the total as the count mode tells it. */
  public record Page(List<ObjectNode> rows, int total) {}

  public Page page(Entity entity, Criteria criteria) {
    List<ObjectNode> hits = narrowed(candidates(entity, criteria).stream(), criteria).toList();
    List<ObjectNode> rows =
        hits.stream()
            .skip((long) (criteria.page() - 1) * criteria.limit())
            .limit(criteria.limit())
            .toList();
    int total =
        switch (criteria.totalMode()) {
          case 1 -> hits.size();
          case 2 ->
              Math.min(
                  hits.size(),
                  (criteria.page() - 1) * criteria.limit() + criteria.limit() * NEXT_PAGES + 1);
          default -> rows.size();
        };
    return new Page(rows, total);
  }

  /** Filtered and sorted rows of an association; its limit applies only when it was given. */
  public List<ObjectNode> associated(List<ObjectNode> rows, Criteria criteria) {
    return narrowed(rows.stream(), criteria).limit(criteria.limit()).toList();
  }

  private Stream<ObjectNode> narrowed(Stream<ObjectNode> rows, Criteria criteria) {
    Stream<ObjectNode> hits =
        rows.filter(r -> criteria.filters().stream().allMatch(f -> matcher.matches(r, f)));
    return comparator(criteria).map(hits::sorted).orElse(hits);
  }

  private Collection<ObjectNode> candidates(Entity entity, Criteria criteria) {
    if (!criteria.ids().isEmpty()) {
      return criteria.ids().stream()
          .flatMap(id -> tables.find(entity.name(), id).stream())
          .toList();
    }
    return criteria.filters().stream()
        .flatMap(f -> looked(entity, f).stream())
        .findFirst()
        .orElseGet(() -> List.copyOf(tables.all(entity.name())));
  }

  // An id or a number in an equals filter is looked up instead of read through all rows.
  private Optional<Collection<ObjectNode>> looked(Entity entity, Filter filter) {
    if (filter instanceof Filter.Equals(Path path, List<JsonNode> values)
        && path.steps().isEmpty()
        && !path.custom()
        && values.stream().allMatch(JsonNode::isString)) {
      List<String> texts = values.stream().map(JsonNode::stringValue).toList();
      return switch (path.field()) {
        case "id" ->
            Optional.of(
                texts.stream().flatMap(id -> tables.find(entity.name(), id).stream()).toList());
        case "orderNumber", "orderId", "productNumber" ->
            Optional.of(
                texts.stream()
                    .flatMap(v -> tables.where(entity.name(), path.field(), v).stream())
                    .toList());
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private Optional<Comparator<ObjectNode>> comparator(Criteria criteria) {
    return criteria.sort().stream().map(this::comparator).reduce(Comparator::thenComparing);
  }

  private Comparator<ObjectNode> comparator(Criteria.Order order) {
    Comparator<ObjectNode> ascending =
        (a, b) ->
            Comparison.compare(first(a, order.path()), first(b, order.path()), order.path().kind());
    return order.descending() ? ascending.reversed() : ascending;
  }

  private JsonNode first(ObjectNode row, Path path) {
    return relations.values(row, path).stream().findFirst().orElse(NullNode.getInstance());
  }
}
