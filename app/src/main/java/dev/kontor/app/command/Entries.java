package dev.kontor.app.command;

import dev.kontor.engine.ledger.DeskStore;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints messages as a table. */
final class Entries {

  private Entries() {}

  static void print(List<DeskStore.Entry> entries, PrintWriter out) {
    for (DeskStore.Entry entry : entries) {
      out.printf(
          "%-7d %s %-12s %-10s %-12s %-9s %s%n",
          entry.id(),
          entry.created().truncatedTo(ChronoUnit.SECONDS),
          entry.flow(),
          Optional.ofNullable(entry.number()).orElse("-"),
          entry.event(),
          entry.state(),
          why(entry));
    }
    out.flush();
  }

  private static String why(DeskStore.Entry entry) {
    return Stream.of(Optional.ofNullable(entry.fault()), Optional.ofNullable(entry.reason()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(": "));
  }
}
