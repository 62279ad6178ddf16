package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A query that travels with others in one call, and who takes its answer. */
record Wanted(ODataQuery query, Consumer<Answer> taker) {

  /** Keeps one query short; {@code or} on one field is allowed (behaviours.md §3). */
  private static final int KEYS = 30;

  private static final int PER_CALL = 100;

  /**
   * All entities of a query.
   *
   * @param count as the service told it, null if not asked for or not told
   */
  record Answer(List<JsonNode> entities, @Nullable Long count) {}

  /** Reads all that is wanted, up to a hundred queries per call (behaviours.md §6). */
  static void read(Company company, List<Wanted> wanted) {
    if (!wanted.isEmpty()) {
      read(company.client(), wanted);
    }
  }

  static void read(ODataClient client, List<Wanted> wanted) {
    for (List<Wanted> some : chunks(wanted, PER_CALL)) {
      List<ODataPage> pages = client.pages(some.stream().map(Wanted::query).toList());
      for (int i = 0; i < some.size(); i++) {
        some.get(i).taker().accept(whole(client, pages.get(i)));
      }
    }
  }

  private static Answer whole(ODataClient client, ODataPage first) {
    List<JsonNode> entities = new ArrayList<>(first.values());
    URI next = first.next();
    while (next != null) {
      ODataPage page = client.page(next, 0);
      entities.addAll(page.values());
      next = page.next();
    }
    return new Answer(entities, first.count());
  }

  /** The entities whose GUID field has one of these values. */
  static List<Wanted> byIds(
      ODataQuery query, String field, Collection<String> ids, Consumer<List<JsonNode>> taker) {
    return byKeys(query, field, ids, id -> id, taker);
  }

  /** The entities with these ids, read. */
  static List<JsonNode> withIds(Company company, ODataQuery query, Collection<String> ids) {
    List<JsonNode> found = new ArrayList<>();
    read(company, byIds(query, "id", ids, found::addAll));
    return found;
  }

  /** The entities whose text field has one of these values. */
  static List<Wanted> byTexts(
      ODataQuery query, String field, Collection<String> texts, Consumer<List<JsonNode>> taker) {
    return byKeys(query, field, texts, OData::quoted, taker);
  }

  private static List<Wanted> byKeys(
      ODataQuery query,
      String field,
      Collection<String> keys,
      UnaryOperator<String> literal,
      Consumer<List<JsonNode>> taker) {
    return chunks(List.copyOf(keys), KEYS).stream()
        .map(some -> query.filter(anyOf(field, some, literal)))
        .map(filtered -> new Wanted(filtered, answer -> taker.accept(answer.entities())))
        .toList();
  }

  /** The entities whose whole-number field has one of these values. */
  static List<Wanted> byNumbers(
      ODataQuery query, String field, Collection<String> numbers, Consumer<List<JsonNode>> taker) {
    return byKeys(query, field, numbers, number -> number, taker);
  }

  /** {@code field eq 'a' or field eq 'b'}. */
  static String anyOf(String field, List<String> keys, UnaryOperator<String> literal) {
    return keys.stream()
        .map(key -> field + " eq " + literal.apply(key))
        .collect(Collectors.joining(" or "));
  }

  static <T> List<List<T>> chunks(List<T> all, int size) {
    List<List<T>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      chunks.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return chunks;
  }
}
