package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.lane.LanePlan;
import java.util.Map;
import java.util.Optional;

/**
 * Which job does which work of which kind of flow.
 *
 * @param captures jobs for notices
 * @param effects jobs for events
 */
public record Jobs(Map<FlowKind, Job> captures, Map<FlowKind, Job> effects) {

  public Jobs {
    captures = Map.copyOf(captures);
    effects = Map.copyOf(effects);
  }

  /** Empty if there is nothing to do. */
  Optional<Job> of(FlowKind kind, LanePlan.Work work) {
    return switch (work) {
      case LanePlan.Work.Capture c -> Optional.of(required(captures, kind));
      case LanePlan.Work.Effect e -> Optional.of(required(effects, kind));
      case LanePlan.Work.Nothing n -> Optional.empty();
    };
  }

  private static Job required(Map<FlowKind, Job> jobs, FlowKind kind) {
    Job job = jobs.get(kind);
    if (job == null) {
      throw new IllegalStateException("no job for this work in a flow of kind " + kind);
    }
    return job;
  }
}
