package dev.kontor.proof.recorded;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Magento shop that answers searches and comments with the recordings of a real one. */
final class RecordedMagento implements AutoCloseable {

  private static final String ROOT = "/rest/all/V1/";
  private static final List<String> PATHS =
      List.of("orders", "invoices", "shipments", "creditmemos");
  private static final Pattern ONE = Pattern.compile("orders/([0-9]+)");
  private static final Pattern COMMENTS = Pattern.compile("orders/([0-9]+)/comments");

  private final Map<String, List<JsonNode>> rows = new TreeMap<>();
  private final Map<String, JsonNode> truth = new TreeMap<>();
  private final Map<String, ObjectNode> written = new ConcurrentHashMap<>();
  private final TwinServer server;

  /**
   * @param wanted numbers of the orders it has
   */
  RecordedMagento(Path recordings, Predicate<String> wanted) throws IOException {
    try (Stream<Path> folders = Files.list(recordings.resolve("orders"))) {
      for (Path folder : folders.sorted().toList()) {
        JsonNode expected = Json.parse(Files.readAllBytes(folder.resolve("expected.json")));
        String number = expected.path("order_number").asString();
        if (!wanted.test(number)) {
          continue;
        }
        truth.put(number, expected);
        add("orders", Json.parse(Files.readAllBytes(folder.resolve("order.json"))));
        for (String part : PATHS.subList(1, PATHS.size())) {
          Path file = folder.resolve(part + ".json");
          if (Files.exists(file)) {
            Json.parse(Files.readAllBytes(file)).path("items").forEach(row -> add(part, row));
          }
        }
      }
    }
    server = TwinServer.start("127.0.0.1", 0, new Dials(), InstantSource.system(), this::answer);
  }

  private void add(String entity, JsonNode row) {
    rows.computeIfAbsent(entity, key -> new ArrayList<>()).add(row);
  }

  /** What each order comes to, by its number. */
  Map<String, JsonNode> truth() {
    return truth;
  }

  /** Comment and external id of orders, by id. */
  Map<String, ObjectNode> written() {
    return written;
  }

  List<JsonNode> rows(String entity) {
    return rows.getOrDefault(entity, List.of());
  }

  /** Numbers of its orders by id. */
  Map<String, String> numbers() {
    Map<String, String> numbers = new TreeMap<>();
    rows("orders")
        .forEach(
            row ->
                numbers.put(row.path("entity_id").asString(), row.path("increment_id").asString()));
    return numbers;
  }

  /** Somebody saved every order anew, as the shop's own jobs do. */
  void touch() {
    rows.getOrDefault("orders", List.of())
        .forEach(row -> ((ObjectNode) row).put("updated_at", "2026-11-22 08:00:00"));
  }

  URI uri() {
    return server.uri();
  }

  private Answer answer(Call call) {
    String path = call.path().substring(Math.min(ROOT.length(), call.path().length()));
    var one = ONE.matcher(path);
    var comments = COMMENTS.matcher(path);
    if (call.method().equals("GET") && one.matches()) {
      return Answer.json(200, Json.object().put("increment_id", one.group(1)));
    }
    if (call.method().equals("GET") && PATHS.contains(path)) {
      return Answer.json(200, search(path, call.query()));
    }
    if (comments.matches()) {
      String comment = call.json().path("statusHistory").path("comment").asString();
      write(comments.group(1)).withArray("/comments").add(comment);
      return Answer.of(200, "application/json", "true");
    }
    if (call.method().equals("POST") && path.equals("orders")) {
      JsonNode entity = call.json().path("entity");
      write(entity.path("entity_id").asString()).set("ext", entity.path("ext_order_id"));
      return Answer.json(200, entity);
    }
    return Answer.json(404, Json.object().put("message", "Request does not match any route."));
  }

  private ObjectNode write(String order) {
    return written.computeIfAbsent(order, id -> Json.object());
  }

  private ObjectNode search(String entity, Map<String, String> query) {
    Stream<JsonNode> found = rows.getOrDefault(entity, List.of()).stream();
    for (int i = 0; query.containsKey(filter(i, "field")); i++) {
      String field = query.getOrDefault(filter(i, "field"), "");
      String value = query.getOrDefault(filter(i, "value"), "");
      String condition = query.getOrDefault(filter(i, "condition_type"), "eq");
      found = found.filter(row -> holds(row.path(field).asString(), condition, value));
    }
    String sort = query.getOrDefault("searchCriteria[sortOrders][0][field]", "entity_id");
    ArrayNode items = Json.array();
    Comparator<JsonNode> ascending =
        Comparator.comparing((JsonNode row) -> sortable(row.path(sort).asString()))
            .thenComparing(row -> sortable(row.path("entity_id").asString()));
    boolean down = "DESC".equals(query.get("searchCriteria[sortOrders][0][direction]"));
    found
        .sorted(down ? ascending.reversed() : ascending)
        .limit(Long.parseLong(query.getOrDefault("searchCriteria[pageSize]", "1000")))
        .forEach(items::add);
    return Json.object().put("total_count", items.size()).set("items", items);
  }

  private static String filter(int group, String part) {
    return "searchCriteria[filter_groups][" + group + "][filters][0][" + part + "]";
  }

  private static boolean holds(String there, String condition, String value) {
    int order = sortable(there).compareTo(sortable(value));
    return switch (condition) {
      case "eq" -> order == 0;
      case "gt" -> order > 0;
      case "gteq" -> order >= 0;
      case "lteq" -> order <= 0;
      case "in" -> List.of(value.split(",")).contains(there);
      default -> throw new IllegalArgumentException(condition);
    };
  }

  /** Numbers by their value. */
  private static String sortable(String text) {
    boolean number = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    return number ? String.format("%020d", new BigDecimal(text).toBigInteger()) : text;
  }

  @Override
  public void close() {
    server.close();
  }
}
