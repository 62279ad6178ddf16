package dev.kontor.engine.setup;

import dev.kontor.engine.config.DailyTime;
import dev.kontor.engine.config.FlowConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be set of a flow, in the words of the configuration. */
final class FlowValues {

  private FlowValues() {}

  static SetupPage.Values of(FlowConfig flow) {
    @Nullable DailyTime reconcile = flow.reconcile();
    @Nullable Duration sla = flow.sla();
    return new SetupPage.Values(
        flow.enabled(),
        flow.dryRun(),
        flow.poll().toString(),
        flow.quiet().windows().stream()
            .map(part -> new SetupPage.Window(part.from().toString(), part.to().toString()))
            .toList(),
        reconcile == null ? null : reconcile.at().toString(),
        sla == null ? null : sla.toString());
  }
}
