package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.observe.Watch;
import java.util.List;

/**
 * Marks every call a job makes, look-ups too, with the class of its flow, and lets it be watched.
 */
public record WatchedJob(Job job, Watch watch) implements Job {

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    List<Long> messages =
        lanes.stream().flatMap(l -> messages(l.work()).stream()).map(Message::id).toList();
    try (Watch.Work work = watch.work(line.name(), kind(lanes.getFirst().work()), messages)) {
      return ScopedValue.where(CallClass.CURRENT, CallClass.of(line.config()))
          .call(() -> job.run(line, lanes, permit));
    }
  }

  private static List<Message> messages(LanePlan.Work work) {
    return switch (work) {
      case LanePlan.Work.Capture capture -> capture.notices();
      case LanePlan.Work.Effect effect -> List.of(effect.event());
      case LanePlan.Work.Nothing n -> List.of();
    };
  }

  private static Watch.WorkKind kind(LanePlan.Work work) {
    return work instanceof LanePlan.Work.Capture ? Watch.WorkKind.CAPTURE : Watch.WorkKind.EFFECT;
  }
}
