package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.desk.ConnectionPages;
import dev.kontor.engine.flow.FlowLine;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections as they are set up, their check, and polls out of turn. */
@RestController
class ConnectionController {

  private final HubGate gate;

  ConnectionController(HubGate gate) {
    this.gate = gate;
  }

  @Needs(Right.READ)
  @GetMapping("/api/connections")
  List<ConnectionPages.Page> all() {
    return hub().view().connections().all();
  }

  /** Only reads; takes as long as the system does to answer. */
  @Needs(Right.CONFIGURE)
  @PostMapping("/api/connections/{name}/check")
  ConnectionPages.Checked check(@PathVariable String name) {
    return hub()
        .view()
        .connections()
        .check(name)
        .orElseThrow(() -> RefusedException.notFound("name", "there is no connection " + name));
  }

  /** The flow's next poll is made due; it runs in whichever process is free first. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/flows/{name}/poll")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> poll(@PathVariable String name, Caller caller) {
    if (!flow(name).config().kind().isPolled()) {
      throw new BadInputException("name", name + " is fed by other flows; poll one of those");
    }
    hub().desk().poll(name, caller.name());
    return Map.of("flow", name);
  }

  /** Both ends are compared soon; what is found stands in the overview. Only reads. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/flows/{name}/reconcile")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> reconcile(@PathVariable String name, Caller caller) {
    String flow = flow(name).name();
    if (!hub().desk().reconcile(flow, caller.name())) {
      throw new BadInputException(
          "name", name + " has no time of reconcile; run ./kontor reconcile --flow=" + name);
    }
    return Map.of("flow", flow);
  }

  private FlowLine flow(String name) {
    FlowLine line = hub().flows().get(name);
    if (line == null) {
      throw RefusedException.notFound(
          "name",
          "there is no flow " + name + "; there are " + new TreeSet<>(hub().flows().keySet()));
    }
    return line;
  }

  private Hub hub() {
    return gate.hub().orElseThrow(NotReadyException::new);
  }
}
