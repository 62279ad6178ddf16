package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Desk;
import dev.kontor.engine.problem.Approval;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people decide. Takes JSON only, which a foreign page cannot send unasked. */
@RestController
class DecisionController {

  private final HubGate gate;

  DecisionController(HubGate gate) {
    this.gate = gate;
  }

  /** Messages to try again. */
  record Resubmission(@Nullable List<Long> ids) {}

  /** Messages to give up, with who decided it and why. */
  record Discarding(@Nullable List<Long> ids, @Nullable String by, @Nullable String reason) {}

  /**
   * A stop or its end.
   *
   * @param subject a connection or flow as {@code /api/status} names it
   */
  record Pause(@Nullable String subject, @Nullable String reason) {}

  @PostMapping(path = "/api/messages/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> resubmit(@RequestBody Resubmission request, HttpServletRequest by) {
    List<Long> ids = Input.present("ids", request.ids());
    return counted("resubmitted", Approval.Action.RESUBMIT, ids, Person.of(by), "tried again");
  }

  @PostMapping(path = "/api/messages/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> discard(@RequestBody Discarding request) {
    return counted(
        "discarded",
        Approval.Action.DISCARD,
        Input.present("ids", request.ids()),
        Input.text("by", request.by()),
        Input.text("reason", request.reason()));
  }

  private ResponseEntity<Object> counted(
      String word, Approval.Action action, List<Long> ids, String by, String reason) {
    Deciding.Ruling ruling =
        gate.hub()
            .orElseThrow(NotReadyException::new)
            .problems()
            .deciding()
            .decide(action, ids, by, reason);
    return ruling instanceof Deciding.Ruling.Carried carried
        ? ResponseEntity.ok(Map.of(word, carried.result().changed()))
        : Answers.of(ruling);
  }

  @PostMapping(path = "/api/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> pause(@RequestBody Pause request) {
    desk().pause(subject(request), Input.text("reason", request.reason()));
    return desk().paused();
  }

  @PostMapping(path = "/api/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> resume(@RequestBody Pause request) {
    desk().resume(subject(request));
    return desk().paused();
  }

  private String subject(Pause request) {
    String subject = Input.text("subject", request.subject());
    if (!desk().subjects().contains(subject)) {
      throw new BadInputException(
          "subject " + subject + " is unknown; known are " + desk().subjects());
    }
    return subject;
  }

  private Desk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).desk();
  }
}
