package dev.kontor.app.web;

import dev.kontor.engine.Desk;
import dev.kontor.engine.access.Right;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

  /**
   * Messages to try again.
   *
   * @param ids of messages
   */
  record Resubmission(@Nullable List<@Nullable Long> ids) {}

  /**
   * Messages to give up.
   *
   * @param ids of messages
   * @param reason kept with the decision
   */
  record Discarding(@Nullable List<@Nullable Long> ids, @Nullable String reason) {}

  /**
   * A stop or its end.
   *
   * @param subject a connection or flow as {@code /api/status} names it
   * @param reason why it is stopped, not needed to resume
   */
  record Pause(@Nullable String subject, @Nullable String reason) {}

  /** Tries messages again, mapped anew. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Integer> resubmit(@RequestBody Resubmission request, Caller caller) {
    return Map.of("resubmitted", desk().resubmit(Given.all("ids", request.ids()), caller.name()));
  }

  /** Gives messages up for good. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Integer> discard(@RequestBody Discarding request, Caller caller) {
    return Map.of(
        "discarded",
        desk()
            .discard(
                Given.all("ids", request.ids()),
                caller.name(),
                Given.text("reason", request.reason())));
  }

  /** Stops a connection or flow until somebody resumes it. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> pause(@RequestBody Pause request, Caller caller) {
    desk().pause(subject(request), caller.name(), Given.text("reason", request.reason()));
    return desk().paused();
  }

  /** Lets everything that waited for it go on. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> resume(@RequestBody Pause request, Caller caller) {
    desk().resume(subject(request), caller.name());
    return desk().paused();
  }

  private String subject(Pause request) {
    String subject = Given.text("subject", request.subject());
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
