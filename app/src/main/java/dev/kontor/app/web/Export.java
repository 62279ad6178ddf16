package dev.kontor.app.web;

import dev.kontor.engine.desk.Filter;
import dev.kontor.engine.desk.Search;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.match.Csv;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes messages as comma-separated values (RFC 4180). */
final class Export {

  private static final int MOST = 50_000;
  private static final int TOGETHER = 1_000;

  private static final List<String> HEADER =
      List.of(
          "id",
          "flow",
          "kind",
          "event",
          "source",
          "sourceId",
          "number",
          "targetNumber",
          "state",
          "reason",
          "fault",
          "attempts",
          "created",
          "finished",
          "nextAt");

  private Export() {}

  static void write(Search search, Filter filter, PrintWriter out) {
    out.write(Csv.line(HEADER));
    int written = 0;
    String after = null;
    do {
      Search.Found found = search.find(filter, after, Math.min(TOGETHER, MOST - written));
      found.messages().forEach(message -> out.write(Csv.line(row(message))));
      written += found.messages().size();
      after = found.next();
    } while (after != null && written < MOST && !out.checkError());
  }

  private static List<String> row(DeskStore.Entry message) {
    return Stream.<@Nullable Object>of(
            message.id(),
            message.flow(),
            message.kind(),
            message.event(),
            message.source(),
            message.sourceId(),
            message.number(),
            message.targetNumber(),
            message.state(),
            message.reason(),
            message.fault(),
            message.attempts(),
            message.created(),
            message.finished(),
            message.nextAt())
        .map(value -> Objects.toString(value, ""))
        .toList();
  }
}
