package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub is killed at every single step of a day on which all kinds of flow run. */
final class CrashMatrixTest {

  /** Each step of each kind of flow, and the moment just after it as the recorded day names it. */
  private static final Map<String, String> STEPS = steps();

  private static Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    flow(steps, "orders", "notice orders ready", "event orders created ready", "order");
    flow(steps, "customers", "notice orders ready", "event customers needed ready", "customer");
    flow(steps, "reply", "notice orders ready", "event reply accepted ready", "replies");
    flow(steps, "stock", "notice stock ready", "notice stock ready", "stock");
    steps.put("orders follow-up stored", "after commit.*event reply accepted ready");
    return steps;
  }

  private static void flow(
      Map<String, String> steps, String flow, String accepted, String captured, String written) {
    String finished = flow.equals("stock") ? "notice stock done" : "event " + flow + " .* done";
    String intent = "intent " + flow + " open";
    steps.put(flow + " accepted", "after commit.*" + accepted);
    steps.put(flow + " captured", "after commit.*" + captured);
    steps.put(flow + " mapped", "before commit of intent");
    steps.put(flow + " intent written", "after commit.*" + intent);
    steps.put(flow + " call sent", "while writing " + written + ".*");
    steps.put(flow + " answer received", "after writing " + written + ".*");
    steps.put(flow + " outcome stored", "after commit.*" + finished + ".*");
  }

  @Test
  void aDeathAtAnyMomentLosesAndDoublesNothing(@TempDir Path home) {
    try (Laboratory laboratory = new Laboratory(home)) {
      CrashMatrix matrix = new CrashMatrix(laboratory);
      CrashMatrix.Day day = matrix.recorded();
      assertThat(day.violations()).isEmpty();
      STEPS.forEach(
          (step, moment) ->
              assertThat(day.moments()).as(step).anyMatch(m -> m.matches(".*" + moment + ".*")));
      List<String> failed = new ArrayList<>();
      for (int moment = 0; moment < day.moments().size(); moment++) {
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
      System.out.printf(
          "Crash matrix: killed at %d moments, %d named steps among them%n",
          day.moments().size(), STEPS.size());
      assertThat(failed).isEmpty();
    }
  }
}
