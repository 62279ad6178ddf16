package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics for Prometheus. */
@RestController
class MetricsController {

  private final HubGate gate;

  MetricsController(HubGate gate) {
    this.gate = gate;
  }

  @Needs(value = Right.READ, exceptHere = true)
  @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
  String metrics() {
    return gate.telemetry().scrape(gate.hub().orElseThrow(NotReadyException::new));
  }
}
