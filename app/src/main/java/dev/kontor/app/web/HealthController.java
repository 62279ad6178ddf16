package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.observe.Health;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a supervisor: whether to restart this process, and whether to send it work. */
@Open
@RestController
class HealthController {

  private final HubGate gate;

  HealthController(HubGate gate) {
    this.gate = gate;
  }

  /** The process answers; what it waits for is no reason to restart it. */
  record Alive(String status) {}

  /**
   * @param doors whether systems may push
   * @param paused connections and flows; a person must act, but the process is ready
   */
  record Ready(
      String status, boolean doors, boolean database, boolean lease, Collection<String> paused) {}

  @GetMapping("/health/live")
  Alive live() {
    return new Alive("up");
  }

  @GetMapping("/health/ready")
  ResponseEntity<Ready> ready() {
    Optional<Hub> hub = gate.hub();
    Health health = hub.map(Hub::health).orElse(new Health(false, false, java.util.Set.of()));
    boolean ready = hub.isPresent() && health.isReady();
    Ready body =
        new Ready(
            ready ? "ready" : "not ready",
            hub.isPresent(),
            health.database(),
            health.lease(),
            new TreeSet<>(health.paused()));
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(body);
  }
}
