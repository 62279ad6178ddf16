package dev.kontor.engine.desk;

import dev.kontor.engine.desk.DocumentPage.Happened;
import dev.kontor.engine.desk.DocumentPage.Text;
import dev.kontor.engine.ledger.DeskStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells of tries that came to nothing, those alike in a row as one; pure. */
final class Tries {

  /** What the message's own end or state tells of already. */
  private static final Set<String> TOLD = Set.of("Written", "Rehearsed");

  private static final Set<String> UNANSWERED = Set.of("Unavailable", "OutcomeUnknown");

  /** Tries of one message that ended alike. */
  private record Run(DocumentStore.Tried last, int times) {
    private boolean goesOnWith(DocumentStore.Tried next) {
      return last.message() == next.message()
          && last.outcome().equals(next.outcome())
          && Objects.equals(last.detail(), next.detail());
    }
  }

  private Tries() {}

  static List<Happened> of(List<DocumentStore.Tried> tries, List<DeskStore.Entry> messages) {
    Map<Long, String> held =
        messages.stream()
            .filter(m -> m.state().equals("dead") || m.state().equals("waiting"))
            .collect(
                Collectors.toMap(
                    DeskStore.Entry::id, m -> Objects.requireNonNullElse(m.reason(), "")));
    Map<Long, Run> running = new HashMap<>();
    List<Run> runs = new ArrayList<>();
    for (DocumentStore.Tried tried : tries) {
      Run run = running.get(tried.message());
      if (run != null && run.goesOnWith(tried)) {
        runs.remove(run);
        run = new Run(tried, run.times() + 1);
      } else {
        run = new Run(tried, 1);
      }
      running.put(tried.message(), run);
      runs.add(run);
    }
    return runs.stream()
        .filter(run -> !TOLD.contains(run.last().outcome()))
        .filter(run -> !isHeld(run, held, running))
        .map(Tries::happened)
        .toList();
  }

  /** Whether it is the reason for which the message is held just now. */
  private static boolean isHeld(Run run, Map<Long, String> held, Map<Long, Run> last) {
    long message = run.last().message();
    return run.equals(last.get(message))
        && Objects.requireNonNullElse(run.last().detail(), "").equals(held.get(message));
  }

  private static Happened happened(Run run) {
    DocumentStore.Tried last = run.last();
    return new Happened(last.at(), text(last, run.times()), "tried", last.message(), null);
  }

  private static Text text(DocumentStore.Tried last, int times) {
    if (UNANSWERED.contains(last.outcome())) {
      return Words.NO_ANSWER.of(times);
    }
    return last.outcome().equals("Throttled")
        ? Words.THROTTLED.of(times)
        : Words.REFUSED.of(times, Objects.requireNonNullElse(last.detail(), last.outcome()));
  }
}
