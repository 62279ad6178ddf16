package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which customers changed: the record itself, or a row that a partner's page joins to it. */
final class CustomerNews {

  /**
   * @param customers with what their version is made of
   */
  record Changed(List<JsonNode> customers, Cursor next, boolean more) {}

  private static final String SETS = "sets";

  private final Company company;
  private final JoinedPages joined;
  private final Supplier<ODataClient> standard;
  private final Sweeps sweeps;

  CustomerNews(Configuration configuration, Company company, JoinedPages joined) {
    this.company = company;
    this.joined = joined;
    this.standard = company::client;
    this.sweeps = new Sweeps(this::sources, configuration.overlap());
  }

  private List<Sweeps.Source> sources() {
    List<Sweeps.Source> sources = new ArrayList<>();
    sources.add(
        new Sweeps.Source(CustomerFile.SET, standard, CustomerFile.followed(), /* whole= */ true));
    sources.addAll(joined.sources());
    return sources;
  }

  Changed read(@Nullable Cursor from, int limit) {
    Sweeps.Result result = sweeps.read(from == null ? null : ofStream(from), limit);
    Map<String, JsonNode> customers = new LinkedHashMap<>();
    result.rows().stream()
        .filter(row -> row.set().equals(CustomerFile.SET))
        .forEach(row -> keep(customers, List.of(row.entity())));
    List<Wanted> wanted = new ArrayList<>();
    joined
        .changed(result.rows())
        .forEach(
            (join, keys) ->
                wanted.addAll(
                    join.documents(CustomerFile.followed(), keys, rows -> keep(customers, rows))));
    Wanted.read(company, wanted);
    return new Changed(List.copyOf(customers.values()), result.next(), result.more());
  }

  private static void keep(Map<String, JsonNode> customers, List<JsonNode> rows) {
    rows.forEach(row -> customers.put(Json.text(row, "id", ""), row));
  }

  /** A cursor of versions that followed the records alone is the position of these. */
  private static Cursor ofStream(Cursor from) {
    JsonNode at = ModelJson.parse(from.value());
    if (at.has(SETS)) {
      return from;
    }
    ObjectNode stream = Json.object();
    stream.putObject(SETS).set(CustomerFile.SET, at);
    stream.putArray("due");
    stream.putObject("seen");
    if (at.has("next")) {
      stream.withArray("due").add(CustomerFile.SET);
    }
    return new Cursor(stream.toString());
  }
}
