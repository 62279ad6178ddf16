package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.reconcile.Night;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the hub is doing, as JSON. */
@RestController
class StatusController {

  private final HubGate gate;

  StatusController(HubGate gate) {
    this.gate = gate;
  }

  /** One enabled flow. */
  record Flow(String name, String from, String to) {}

  /**
   * The whole state at a glance.
   *
   * @param inDoubt every create is looked up first since a restore
   * @param paused reason by connection or flow
   * @param reconciled what the last nightly comparison of each flow found
   */
  record Status(
      boolean inDoubt,
      List<Flow> flows,
      List<String> connections,
      List<DeskStore.Count> counts,
      Map<String, String> paused,
      List<Night> reconciled) {}

  @Needs(Right.READ)
  @GetMapping("/api/status")
  Status status() {
    Hub hub = gate.hub().orElseThrow(NotReadyException::new);
    return new Status(
        hub.isInDoubt(),
        hub.flows().values().stream()
            .sorted(Comparator.comparing(FlowLine::name))
            .map(l -> new Flow(l.name(), l.from().name(), l.to().name()))
            .toList(),
        hub.links().all().keySet().stream().sorted().toList(),
        hub.desk().counts(),
        hub.desk().paused(),
        hub.desk().nights());
  }
}
