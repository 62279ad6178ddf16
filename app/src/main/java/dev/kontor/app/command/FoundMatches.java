package dev.kontor.app.command;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.match.Matches;
import java.io.PrintWriter;

/** Says of one flow what both ends have. */
final class FoundMatches {

  private final FlowConfig flow;
  private final PrintWriter out;
  private final Milestones milestones = new Milestones(5_000);

  FoundMatches(FlowConfig flow, PrintWriter out) {
    this.flow = flow;
    this.out = out;
  }

  void begin() {
    out.printf("flow %s: %s → %s%n", flow.name(), flow.from().connection(), flow.to().connection());
    out.flush();
  }

  /** Of one end and then the other. */
  void progress(int keys) {
    if (milestones.passed(keys)) {
      out.println("  " + keys + " keys read");
      out.flush();
    }
  }

  void end(Matches matches, int calls) {
    StringBuilder by = new StringBuilder();
    matches.byKey().forEach((key, n) -> by.append(" by-").append(key.key()).append('=').append(n));
    out.printf(
        "%s matched=%d%s ambiguous=%d only-in-%s=%d only-in-%s=%d links-already=%d calls=%d%n",
        flow.name(),
        matches.matched(),
        by,
        matches.ambiguous(),
        flow.from().connection(),
        matches.onlyHere(),
        flow.to().connection(),
        matches.onlyThere(),
        matches.linked(),
        calls);
    out.flush();
  }
}
