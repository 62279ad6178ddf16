package dev.kontor.app.command;

import dev.kontor.engine.ledger.DeskStore;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Prints what was tried for a message; equal tries in a row are one line. */
final class Attempts {

  private Attempts() {}

  static void print(List<DeskStore.Attempt> attempts, PrintWriter out) {
    int from = 0;
    while (from < attempts.size()) {
      int to = from + 1;
      while (to < attempts.size() && isAlike(attempts.get(from), attempts.get(to))) {
        to++;
      }
      printRun(attempts.subList(from, to), out);
      from = to;
    }
  }

  private static boolean isAlike(DeskStore.Attempt one, DeskStore.Attempt other) {
    return one.outcome().equals(other.outcome())
        && Objects.equals(one.detail(), other.detail())
        && Objects.equals(one.mapping(), other.mapping());
  }

  private static void printRun(List<DeskStore.Attempt> run, PrintWriter out) {
    DeskStore.Attempt first = run.getFirst();
    String mapping = first.mapping() == null ? "" : " [" + first.mapping() + "]";
    String times =
        run.size() == 1 ? "" : " (" + run.size() + " times until " + seconds(run.getLast()) + ")";
    out.println(
        "        "
            + seconds(first)
            + " "
            + first.outcome()
            + (first.detail() == null ? "" : ": " + first.detail())
            + mapping
            + times);
  }

  private static String seconds(DeskStore.Attempt attempt) {
    return attempt.at().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
