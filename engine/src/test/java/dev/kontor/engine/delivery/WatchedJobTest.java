package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.config.DailyWindow;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.QuietHours;
import dev.kontor.engine.config.Sharing;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.observe.Watch;
import dev.kontor.model.EntityType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is done for a flow carries the flow's class, and rests when the flow does. */
final class WatchedJobTest {

  private static final QuietHours NIGHT =
      new QuietHours(
          List.of(new DailyWindow(LocalTime.of(22, 0), LocalTime.of(6, 0))),
          ZoneId.of("Europe/Berlin"));

  private static FlowConfig flow(FlowKind kind) {
    return new FlowConfig(
        "some",
        kind,
        true,
        new FlowConfig.Source("shop", EntityType.ORDER, null),
        new FlowConfig.Target("erp", EntityType.ORDER, "m"),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        null,
        null,
        List.of(),
        Duration.ofMinutes(1),
        Duration.ofDays(1),
        NIGHT,
        Set.of(),
        null,
        false,
        Sharing.USUAL,
        null);
  }

  /** Only the configuration matters here. */
  @SuppressWarnings("NullAway")
  private static FlowLine line(FlowKind kind) {
    return new FlowLine(flow(kind), null, null, null, null, null, null);
  }

  private static CallClass during(FlowKind kind) {
    List<CallClass> seen = new ArrayList<>();
    Job job =
        (line, lanes, permit) -> {
          seen.add(CallClass.current());
          return List.of();
        };
    Claimed lane =
        new Claimed(new Lane(1, "lane", "some", 1), List.of(), new LanePlan.Work.Nothing());
    new WatchedJob(job, Watch.NONE).run(line(kind), List.of(lane), () -> true);
    return seen.getFirst();
  }

  @Test
  void callsOfAnOrdersLaneAreOrders() {
    assertThat(during(FlowKind.ORDERS)).isEqualTo(CallClass.ORDER);
    assertThat(during(FlowKind.CUSTOMERS)).isEqualTo(CallClass.ORDER);
    assertThat(during(FlowKind.REPLY)).isEqualTo(CallClass.ORDER);
  }

  @Test
  void callsForStockComeAfterThem() {
    assertThat(during(FlowKind.STOCK)).isEqualTo(CallClass.STOCK);
    assertThat(during(FlowKind.PROGRESS)).as("after stock").isGreaterThan(CallClass.STOCK);
    assertThat(CallClass.current()).as("unmarked").isEqualTo(CallClass.CATALOGUE);
  }

  @Test
  void inQuietHoursAMessageSaysUntilWhenItWaits() {
    FlowConfig flow = flow(FlowKind.STOCK);
    assertThat(Resting.now(flow, Instant.parse("2026-01-15T21:30:00Z")))
        .contains(
            new MessageState.Waiting(
                "quiet hours until 2026-01-16 06:00 Europe/Berlin",
                "",
                null,
                Duration.ofMinutes(450)));
    assertThat(Resting.now(flow, Instant.parse("2026-01-15T12:00:00Z"))).isEmpty();
  }
}
