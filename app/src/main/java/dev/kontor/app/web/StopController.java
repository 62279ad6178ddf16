package dev.kontor.app.web;

import dev.kontor.engine.Desk;
import dev.kontor.engine.access.Right;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops a connection, a flow, or all writing; doors go on accepting. Answers what is stopped. */
@RestController
class StopController {

  private final HubGate gate;

  StopController(HubGate gate) {
    this.gate = gate;
  }

  /**
   * A stop or its end.
   *
   * @param subject a connection or flow as {@code /api/status} names it
   * @param reason why it is stopped, not needed to resume
   */
  record Pause(@Nullable String subject, @Nullable String reason) {}

  /**
   * A stop of all writing.
   *
   * @param reason why everything is stopped
   */
  record Stop(@Nullable String reason) {}

  /** Stops a connection or flow until somebody resumes it. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> pause(@RequestBody Pause request, Caller caller) {
    desk().pause(subject(request), caller.name(), reason(request.reason()));
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

  /** Stops all writing of every process until somebody starts it again. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> stop(@RequestBody Stop request, Caller caller) {
    desk().stop(caller.name(), reason(request.reason()));
    return desk().paused();
  }

  private static String reason(@Nullable String reason) {
    return Given.text("reason", reason, Given.SENTENCES);
  }

  /** Ends that; what is stopped by itself stays so. */
  @Needs(Right.DECIDE)
  @PostMapping("/api/start")
  Map<String, String> start(Caller caller) {
    desk().start(caller.name());
    return desk().paused();
  }

  private Desk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).desk();
  }
}
