package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.alert.AlertPage;
import dev.kontor.engine.alert.Alerts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people are told of. */
@RestController
class AlertController {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final HubGate gate;

  AlertController(HubGate gate) {
    this.gate = gate;
  }

  /** Those that stand, those that are over, and whether receivers were reached. */
  @Parameter(name = "most", in = ParameterIn.QUERY, description = "alerts, the newest first")
  @Needs(Right.READ)
  @GetMapping("/api/alerts")
  AlertPage alerts(HttpServletRequest request) {
    return alerts().page(new Query(request, Set.of("most")).number("most", USUAL, 1, MOST));
  }

  /** Somebody looks after it: it is not said again until it is over. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/alerts/{id}/acknowledge")
  Map<String, Long> acknowledge(@PathVariable long id, Caller caller) {
    if (!alerts().acknowledge(id, caller.name())) {
      throw RefusedException.notFound("id", "there is no alert " + id);
    }
    return Map.of("acknowledged", id);
  }

  private Alerts alerts() {
    return gate.hub().orElseThrow(NotReadyException::new).alerts();
  }
}
