package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows several entity sets by time of change as one stream, each from its own position with the
 * overlap of {@link Sweep}. A quiet round is one call per service; a set with more news than fit
 * into a page is then swept alone, page by page. Rows that an earlier round told are not told again
 * because of the overlap.
 */
final class Sweeps {

  /**
   * One entity set that is followed.
   *
   * @param set its name here, which a cursor keeps
   * @param whole whether a first reading goes through all of it; else it begins at its newest row,
   *     as what it says is read with the documents of the others
   * @param stamp field that holds the time of change
   */
  record Source(
      String set, Supplier<ODataClient> client, ODataQuery query, boolean whole, String stamp) {

    /** One that shows its time of change as API v2.0 does. */
    Source(String set, Supplier<ODataClient> client, ODataQuery query, boolean whole) {
      this(set, client, query, whole, Documents.STAMP);
    }
  }

  /** A row that changed, and the set it is of. */
  record Row(String set, JsonNode entity) {}

  /**
   * @param rows of each set oldest first
   */
  record Result(List<Row> rows, Cursor next, boolean more) {}

  private static final String DUE = "due";
  private static final String SETS = "sets";
  private static final String SEEN = "seen";
  private static final String NEWEST = "newest";

  /** Keeps cursors small; where more happened lately, it is told once more. */
  private static final int MOST_SEEN = 200;

  private final Supplier<List<Source>> sources;
  private final Duration overlap;

  /**
   * @param sources what there is to follow now; may grow when a page is installed later
   */
  Sweeps(Supplier<List<Source>> sources, Duration overlap) {
    this.sources = sources;
    this.overlap = overlap;
  }

  Result read(@Nullable Cursor from, int limit) {
    List<Source> all = sources.get();
    ObjectNode at = from == null ? begin(all) : (ObjectNode) ModelJson.parse(from.value());
    join(all, at);
    Source due = due(all, at);
    List<Row> rows = due == null ? round(all, at, limit) : alone(due, at, limit);
    boolean more = !at.path(DUE).isEmpty();
    return new Result(rows, new Cursor(at.toString()), more);
  }

  private ObjectNode begin(List<Source> all) {
    ObjectNode at = Json.object();
    at.putObject(SETS);
    at.putArray(DUE);
    at.putObject(SEEN);
    all.stream().filter(Source::whole).forEach(source -> at.withArray(DUE).add(source.set()));
    return at;
  }

  /** Sets not followed before begin at their newest row. */
  private static void join(List<Source> all, ObjectNode at) {
    List<Source> fresh =
        all.stream().filter(source -> !source.whole() && !at.path(SETS).has(source.set())).toList();
    ask(
        fresh,
        source -> source.query().orderBy(source.stamp() + " desc").top(1),
        (source, page) -> {
          List<JsonNode> rows = page.values();
          ObjectNode position = at.withObject("/" + SETS).putObject(source.set());
          if (!rows.isEmpty()) {
            position.put(NEWEST, Json.instant(rows.getFirst(), source.stamp()).toString());
          }
        });
  }

  private static @Nullable Source due(List<Source> all, ObjectNode at) {
    if (at.path(DUE).isEmpty()) {
      return null;
    }
    String set = at.path(DUE).get(0).asString();
    Source due = all.stream().filter(s -> s.set().equals(set)).findFirst().orElse(null);
    if (due == null) { // its page is gone
      at.withArray(DUE).remove(0);
      return due(all, at);
    }
    return due;
  }

  private List<Row> alone(Source source, ObjectNode at, int limit) {
    ObjectNode sets = at.withObject("/" + SETS);
    JsonNode position = sets.path(source.set());
    Cursor from = position.isMissingNode() ? null : new Cursor(position.toString());
    Sweep.Result page =
        new Sweep(source.client(), source.query(), overlap, source.stamp()).read(from, limit);
    sets.set(source.set(), ModelJson.parse(page.next().value()));
    if (!page.more()) {
      at.withArray(DUE).remove(0);
    }
    return page.entities().stream().map(row -> new Row(source.set(), row)).toList();
  }

  /** All sets at once; one whose news do not fit any more becomes due. */
  private List<Row> round(List<Source> all, ObjectNode at, int limit) {
    List<Row> rows = new ArrayList<>();
    ask(
        all,
        source -> since(source, at).top(limit),
        (source, page) -> {
          List<JsonNode> found = page.values();
          List<JsonNode> news = found.stream().filter(row -> !seen(source, row, at)).toList();
          boolean whole = page.next() == null && found.size() < limit;
          if (!whole || rows.size() + news.size() > limit) {
            at.withArray(DUE).add(source.set());
          } else {
            news.forEach(row -> rows.add(new Row(source.set(), row)));
            advance(source, found, at);
          }
        });
    return rows;
  }

  private ODataQuery since(Source source, ObjectNode at) {
    String newest = Json.text(at.path(SETS).path(source.set()), NEWEST);
    ODataQuery ordered = source.query().orderBy(source.stamp());
    return newest == null
        ? ordered
        : ordered.filter(source.stamp() + " gt " + Instant.parse(newest).minus(overlap));
  }

  private void advance(Source source, List<JsonNode> found, ObjectNode at) {
    ObjectNode seen = at.withObject("/" + SEEN);
    seen.remove(source.set());
    if (found.isEmpty()) {
      return;
    }
    String newest = Json.text(found.getLast(), source.stamp(), "");
    at.withObject("/" + SETS).putObject(source.set()).put(NEWEST, newest);
    if (found.size() <= MOST_SEEN) {
      var kept = seen.putArray(source.set());
      found.forEach(row -> kept.add(mark(row)));
    }
  }

  private static boolean seen(Source source, JsonNode row, ObjectNode at) {
    String mark = mark(row);
    for (JsonNode known : at.path(SEEN).path(source.set())) {
      if (known.asString().equals(mark)) {
        return true;
      }
    }
    return false;
  }

  private static String mark(JsonNode row) {
    return Digest.of(row.toString());
  }

  private interface Asking {
    ODataQuery query(Source source);
  }

  private interface Taking {
    void take(Source source, ODataPage page);
  }

  /** One call per service; the first page only. */
  private static void ask(List<Source> asked, Asking asking, Taking taking) {
    List<Supplier<ODataClient>> services = asked.stream().map(Source::client).distinct().toList();
    for (Supplier<ODataClient> service : services) {
      List<Source> some = asked.stream().filter(s -> s.client().equals(service)).toList();
      var pages = service.get().pages(some.stream().map(asking::query).toList());
      for (int i = 0; i < some.size(); i++) {
        taking.take(some.get(i), pages.get(i));
      }
    }
  }
}
