package dev.kontor.app.web;

import dev.kontor.engine.Desk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The one switch that stops all writing; doors go on accepting. */
@RestController
class StopController {

  private final HubGate gate;

  StopController(HubGate gate) {
    this.gate = gate;
  }

  record Stop(@Nullable String reason) {}

  @PostMapping(path = "/api/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> stop(@RequestBody Stop request, HttpServletRequest by) {
    desk().stop(Person.of(by), Input.text("reason", request.reason()));
    return desk().paused();
  }

  @PostMapping("/api/start")
  Map<String, String> start(HttpServletRequest by) {
    desk().start(Person.of(by));
    return desk().paused();
  }

  private Desk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).desk();
  }
}
