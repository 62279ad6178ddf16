package dev.kontor.app.web;

import dev.kontor.engine.Desk;
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
  Map<String, Integer> resubmit(@RequestBody Resubmission request) {
    return Map.of("resubmitted", desk().resubmit(present("ids", request.ids())));
  }

  @PostMapping(path = "/api/messages/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Integer> discard(@RequestBody Discarding request) {
    return Map.of(
        "discarded",
        desk()
            .discard(
                present("ids", request.ids()),
                text("by", request.by()),
                text("reason", request.reason())));
  }

  @PostMapping(path = "/api/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> pause(@RequestBody Pause request) {
    desk().pause(subject(request), text("reason", request.reason()));
    return desk().paused();
  }

  @PostMapping(path = "/api/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> resume(@RequestBody Pause request) {
    desk().resume(subject(request));
    return desk().paused();
  }

  private String subject(Pause request) {
    String subject = text("subject", request.subject());
    if (!desk().subjects().contains(subject)) {
      throw new BadInputException(
          "subject " + subject + " is unknown; known are " + desk().subjects());
    }
    return subject;
  }

  private static String text(String field, @Nullable String value) {
    String given = present(field, value);
    if (given.isBlank()) {
      throw missing(field);
    }
    return given;
  }

  private static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  private static BadInputException missing(String field) {
    return new BadInputException(field + " is missing; it must have a value");
  }

  private Desk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).desk();
  }
}
