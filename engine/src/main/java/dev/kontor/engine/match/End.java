package dev.kontor.engine.match;

import dev.kontor.engine.reconcile.Keys;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;

/** What one system has of the documents that a review names. */
final class End {

  /** Why a review's word for a document does not hold, and what to do. */
  record Refusal(String column, String problem, String remedy) {}

  /** Either the document, or why it is none. */
  record Found(Side side, List<Refusal> refusals) {}

  private static final int BATCH = 200;
  private static final String AGAIN = "run ./kontor match again, or correct it";

  private final String system;
  private final String column;
  private final Map<String, Document> byId = new HashMap<>();
  private final Map<String, List<Document>> byNumber = new HashMap<>();

  /**
   * @param system name of the connection
   * @param column beginning of the names of its columns, e.g. {@code source}
   */
  private End(String system, String column, List<Document> documents) {
    this.system = system;
    this.column = column;
    for (Document document : documents) {
      byId.put(document.id(), document);
      String number = Side.of(document).number();
      byNumber.computeIfAbsent(Numbers.normalised(number), n -> new ArrayList<>()).add(document);
    }
  }

  /**
   * Reads what is named. Articles, and what is named by number only, are looked for among all keys,
   * as the content of an article is much and nothing else finds a number.
   */
  static End of(String system, String column, Reader reader, EntityType type, List<Side> named) {
    boolean listed =
        type == EntityType.PRODUCT || named.stream().anyMatch(side -> side.id().isEmpty());
    return new End(
        system,
        column,
        listed
            ? Keys.of(reader)
            : named.stream()
                .map(Side::id)
                .distinct()
                .gather(Gatherers.windowFixed(BATCH))
                .flatMap(ids -> reader.fetch(ids).stream())
                .toList());
  }

  Found find(Side named) {
    if (named.id().isEmpty()) {
      return byNumber(named);
    }
    Document document = byId.get(named.id());
    if (document == null) {
      return refused(named, "-id", "'" + named.id() + "' is not in " + system, AGAIN);
    }
    Side there = Side.of(document);
    return named.number().isEmpty() || Numbers.alike(named.number(), there.number())
        ? new Found(there, List.of())
        : refused(
            named,
            "-number",
            "'" + named.number() + "' is " + there.number() + " in " + system,
            "correct the number or the id; " + AGAIN);
  }

  private Found byNumber(Side named) {
    if (named.number().isBlank()) {
      return refused(named, "-id", "and number are empty", "enter one of them");
    }
    List<Document> hits = byNumber.getOrDefault(Numbers.normalised(named.number()), List.of());
    return hits.size() == 1
        ? new Found(Side.of(hits.getFirst()), List.of())
        : refused(
            named,
            "-number",
            "'%s' is %d times in %s".formatted(named.number(), hits.size(), system),
            hits.isEmpty() ? AGAIN : "enter the id, too");
  }

  private Found refused(Side named, String field, String problem, String remedy) {
    return new Found(named, List.of(new Refusal(column + field, problem, remedy)));
  }

  /** Of an id that was found; without content if only keys were read. */
  Document document(String id) {
    return Objects.requireNonNull(byId.get(id));
  }
}
