package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub is killed at every single step of a day on which all kinds of flow run. Unless {@code
 * -Dkontor.full=true}, of the moments without a name only each fifth is tried.
 */
final class CrashMatrixTest {

  private static final int STRIDE = Boolean.getBoolean("kontor.full") ? 1 : 5;

  /** Each step of each kind of flow, and the moment just after it as the recorded day names it. */
  private static final Map<String, String> STEPS = steps();

  private static Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    flow(steps, "orders", "notice orders ready", "event orders created ready", "order");
    flow(steps, "customers", "notice orders ready", "event customers needed ready", "customer");
    flow(steps, "reply", "notice orders ready", "event reply accepted ready", "replies");
    flow(steps, "stock", "notice stock ready", "notice stock ready", "stock");
    flow(steps, "articles", "notice articles ready", "notice articles ready", "articles");
    flow(steps, "progress", "notice progress ready", "event progress shipped.* ready", "progress");
    steps.put("orders follow-up stored", "after commit.*event reply accepted ready");
    return steps;
  }

  private static void flow(
      Map<String, String> steps, String flow, String accepted, String captured, String written) {
    boolean state = captured.startsWith("notice");
    String finished = state ? "notice " + flow + " done" : "event " + flow + " .* done";
    String intent = "intent " + flow + " open";
    steps.put(flow + " accepted", "after commit.*" + accepted);
    steps.put(flow + " captured", "after commit.*" + captured);
    steps.put(flow + " mapped", "before commit of intent");
    steps.put(flow + " intent written", "after commit.*" + intent);
    steps.put(flow + " call sent", "while writing " + written + ".*");
    steps.put(flow + " answer received", "after writing " + written + ".*");
    steps.put(flow + " outcome stored", "after commit.*" + finished + ".*");
  }

  /** What the process that took a push in has at hand spares steps, and makes others. */
  private static final Map<String, String> AT_HAND =
      Map.of(
          "lanes owned at accept",
          "after commit.*lane orders owned.*notice orders ready",
          "captured without reading",
          "after commit.*event orders created ready",
          "order changed after its transfer",
          "after commit.*event orders edited.* done.*",
          "order cancelled after its transfer",
          "after commit.*event orders cancelled done.*",
          "intents of several calls opened together",
          "after commit of intent.*(intent orders open \\d+, ){2}intent orders open");

  @Test
  void aDeathAtAnyMomentLosesAndDoublesNothing(@TempDir Path home) {
    everyMoment(home, CrashMatrix.Telling.HINTS, STEPS);
  }

  @Test
  void aDeathWithWholeOrdersAtHandLosesAndDoublesNothing(@TempDir Path home) {
    List<String> moments = everyMoment(home, CrashMatrix.Telling.WHOLE_ORDERS, AT_HAND);
    assertThat(moments.stream().takeWhile(m -> !m.contains("event orders created")))
        .noneMatch(m -> m.contains("reading orders"));
  }

  private static List<String> everyMoment(
      Path home, CrashMatrix.Telling telling, Map<String, String> steps) {
    try (OwnServer server = new OwnServer();
        Laboratory laboratory = new Laboratory(home, server.database())) {
      CrashMatrix matrix = new CrashMatrix(laboratory, telling);
      CrashMatrix.Day day = matrix.recorded();
      assertThat(day.violations()).isEmpty();
      Set<Integer> tried = new TreeSet<>();
      steps.forEach((step, moment) -> tried.add(named(matrix, day, step, moment)));
      for (int i = 0; i < matrix.deaths().size(); i += STRIDE) {
        tried.add(matrix.deaths().get(i));
      }
      List<String> failed = new ArrayList<>();
      for (int moment : tried) {
        CrashMatrix.Day crashed = matrix.dyingAt(moment);
        if (!crashed.violations().isEmpty()) {
          failed.add(
              moment
                  + " "
                  + day.moments().get(moment)
                  + ": "
                  + crashed.violations()
                  + "\n"
                  + crashed.trace());
        }
      }
      Figures.print(
          "Crash matrix, %s: killed at %d of the %d different ones of %d moments, %d named steps among them, %d with violations"
              .formatted(
                  telling,
                  tried.size(),
                  matrix.deaths().size(),
                  day.moments().size(),
                  steps.size(),
                  failed.size()));
      assertThat(failed).isEmpty();
      return day.moments();
    }
  }

  /** The first moment of that name at which a death counts. */
  private static int named(CrashMatrix matrix, CrashMatrix.Day day, String step, String moment) {
    Pattern name = Pattern.compile(moment);
    return matrix.deaths().stream()
        .filter(death -> name.matcher(day.moments().get(death)).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no moment is called " + step));
  }
}
