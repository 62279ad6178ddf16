package dev.kontor.engine.match;

import dev.kontor.engine.config.Problem;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one flow against both systems and what the hub knows. */
final class Review {

  private static final End.Refusal NAMELESS =
      new End.Refusal(
          "source-id",
          "the customer has neither VAT id nor e-mail",
          "complete it in the shop, or write skip");

  private final String file;
  private final FlowLine line;
  private final EntityType type;
  private final boolean correct;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param correct whether links that the hub has may be replaced
   */
  Review(String file, FlowLine line, boolean correct) {
    this.file = file;
    this.line = line;
    this.type = line.config().from().entity();
    this.correct = correct;
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * @param names makes of documents of the source that by which the hub knows each; empty if it
   *     cannot
   * @param known all links of the flow
   * @return rows that are to be linked; complete only if there are no problems
   */
  List<Link> links(
      List<ReviewRow> rows, Function<List<Document>, List<String>> names, List<Crossref> known) {
    undecided(rows);
    List<ReviewRow> wanted =
        rows.stream().filter(row -> row.pair().decision() == Decision.LINK).toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    End here = end("source", wanted, Pair::here, line.from());
    End there = end("target", wanted, Pair::there, line.to());
    List<ReviewRow> found = new ArrayList<>();
    for (ReviewRow row : wanted) {
      End.Found source = here.find(row.pair().here());
      End.Found target = there.find(row.pair().there());
      List.of(source, target).forEach(side -> side.refusals().forEach(no -> refuse(row, no)));
      if (source.refusals().isEmpty() && target.refusals().isEmpty()) {
        found.add(with(row, source.side(), target.side()));
      }
    }
    return links(found, names(found, here, names), known);
  }

  private static ReviewRow with(ReviewRow row, Side here, Side there) {
    Pair pair = row.pair();
    return new ReviewRow(
        row.line(), new Pair(pair.flow(), here, there, pair.by(), pair.decision(), pair.reason()));
  }

  private static List<String> names(
      List<ReviewRow> rows, End here, Function<List<Document>, List<String>> names) {
    return names.apply(rows.stream().map(row -> here.document(row.pair().here().id())).toList());
  }

  private End end(
      String column,
      List<ReviewRow> rows,
      Function<Pair, Side> side,
      dev.kontor.engine.flow.Link system) {
    List<Side> named = rows.stream().map(row -> side.apply(row.pair())).toList();
    return End.of(system.name(), column, system.reader(type), type, named);
  }

  private void undecided(List<ReviewRow> rows) {
    rows.stream()
        .filter(row -> row.pair().decision() == Decision.ASK)
        .forEach(
            row ->
                refuse(
                    row,
                    new End.Refusal("decision", "'ask' is no decision yet", "write link or skip")));
  }

  private List<Link> links(List<ReviewRow> rows, List<String> names, List<Crossref> known) {
    Map<String, Crossref> byName = new HashMap<>();
    Map<String, Crossref> byTarget = new HashMap<>();
    for (Crossref link : known) {
      byName.put(link.sourceId(), link);
      byTarget.put(link.targetId(), link);
    }
    Map<String, Link> links = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ReviewRow row = rows.get(i);
      if (names.get(i).isEmpty()) {
        refuse(row, NAMELESS);
        continue;
      }
      Crossref wanted = crossref(names.get(i), row.pair().there());
      Link link =
          new Link(
              row.line(),
              row.pair().here().name(),
              row.pair().by(),
              wanted,
              byName.get(wanted.sourceId()));
      judge(row, link, links.putIfAbsent(wanted.sourceId(), link));
      taken(row, wanted, byTarget.putIfAbsent(wanted.targetId(), wanted));
    }
    return List.copyOf(links.values());
  }

  private Crossref crossref(String name, Side there) {
    return new Crossref(
        line.from().name(), type, name, line.to().name(), there.id(), there.number(), null, null);
  }

  private void judge(ReviewRow row, Link link, @Nullable Link earlier) {
    if (earlier != null && !earlier.crossref().equals(link.crossref())) {
      refuse(
          row,
          new End.Refusal(
              "target-id",
              "row %d links %s to %s"
                  .formatted(earlier.row(), link.here(), earlier.crossref().number()),
              "write skip in one of the two rows"));
    }
    Crossref before = link.before();
    if (before != null && !link.isKnown() && !correct) {
      refuse(
          row,
          new End.Refusal(
              "target-id",
              "%s is linked to %s already".formatted(link.here(), before.number()),
              "write skip, or replace the link with --correct"));
    }
  }

  /** A debtor may have several keys; anything else stands for one document. */
  private void taken(ReviewRow row, Crossref wanted, @Nullable Crossref other) {
    boolean elsewhere = other != null && !other.sourceId().equals(wanted.sourceId());
    if (elsewhere && type != EntityType.CUSTOMER) {
      refuse(
          row,
          new End.Refusal(
              "target-id",
              "%s of %s is linked to another document of %s"
                  .formatted(wanted.number(), wanted.target(), wanted.source()),
              "write skip in one of the two rows, or correct the other link first"));
    }
  }

  private void refuse(ReviewRow row, End.Refusal refusal) {
    problems.add(
        new Problem(file, row.line(), refusal.column(), refusal.problem(), refusal.remedy()));
  }
}
